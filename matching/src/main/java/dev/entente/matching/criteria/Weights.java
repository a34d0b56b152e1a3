package dev.entente.matching.criteria;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How much each criterion counts, in whole hundredths of a per cent that sum to 10_000. Two sets
/// with the same weights are equal.
public final class Weights {
  /// What the weights of a set sum to.
  public static final int SUM = 10_000;

  /// The weights that hold where neither installation, company nor job posting sets others.
  public static final Weights DEFAULT = new Weights(Criteria.defaultWeights());

  private final int[] byCriterion;

  private Weights(int[] byCriterion) {
    this.byCriterion = byCriterion;
  }

  /// Something wrong with a set of weights.
  public sealed interface Problem {
    /// A criterion that exists has no weight.
    record Missing(CriterionId criterion) implements Problem {}

    /// There is no such criterion.
    record Unknown(String name) implements Problem {}

    /// A weight is below 0.
    record Negative(CriterionId criterion, long weight) implements Problem {}

    /// The weights of the known criteria do not sum to [Weights#SUM].
    record WrongSum(long sum) implements Problem {}
  }

  /// Says all that is wrong with a set of weights.
  ///
  /// @param weights by criterion id
  /// @return empty exactly if [#of] takes it
  public static List<Problem> problems(Map<String, Integer> weights) {
    List<Problem> problems = new ArrayList<>();
    List<String> known = Criteria.ids().stream().map(CriterionId::value).toList();
    weights.keySet().stream()
        .filter(name -> !known.contains(name))
        .sorted()
        .forEach(name -> problems.add(new Problem.Unknown(name)));
    long sum = 0;
    for (CriterionId id : Criteria.ids()) {
      Integer weight = weights.get(id.value());
      if (weight == null) {
        problems.add(new Problem.Missing(id));
        continue;
      }
      if (weight < 0) {
        problems.add(new Problem.Negative(id, weight));
      }
      sum += weight;
    }
    if (sum != SUM) {
      problems.add(new Problem.WrongSum(sum));
    }
    return problems;
  }

  /// Makes a set of weights.
  ///
  /// @param weights by criterion id, of all criteria and of nothing else
  /// @throws IllegalArgumentException with all that is wrong, as [#problems] lists it
  public static Weights of(Map<String, Integer> weights) {
    List<Problem> problems = problems(weights);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException("weights are wrong: " + problems);
    }
    return new Weights(
        Criteria.ids().stream().mapToInt(id -> weights.getOrDefault(id.value(), 0)).toArray());
  }

  /// The weight of the criterion at a position of [Criteria#all].
  public int at(int position) {
    return byCriterion[position];
  }

  /// The weighted sum of scores, `0..100_000_000`.
  ///
  /// @param assessments one a criterion, in the order of [Criteria#all]
  public long total(List<Assessment> assessments) {
    long total = 0;
    for (int i = 0; i < assessments.size(); i++) {
      total += (long) byCriterion[i] * assessments.get(i).score();
    }
    return total;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Weights weights && Arrays.equals(byCriterion, weights.byCriterion);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(byCriterion);
  }

  @Override
  public String toString() {
    return Arrays.toString(byCriterion);
  }
}
