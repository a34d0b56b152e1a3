package dev.entente.matching.criteria;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The criteria in their one order. Weights, scores and explanations are kept in it, so an entry
/// here is all that makes a criterion count.
public final class Criteria {
  /// Counts the changes of formulas, constants and of this list: scores of one version can be
  /// compared and computed again.
  public static final int VERSION = 1;

  private record Entry(Criterion criterion, int defaultWeight) {}

  private static final List<Entry> ENTRIES =
      List.of(
          new Entry(new SkillsCriterion(), 2500),
          new Entry(new DomainsCriterion(), 2000),
          new Entry(new ExperienceCriterion(), 1500),
          new Entry(new RecruiterFeedbackCriterion(), 1500),
          new Entry(new TrainingCriterion(), 1000),
          new Entry(new ProgressionCriterion(), 800),
          new Entry(new BadgesCriterion(), 400),
          new Entry(new RelevanceCriterion(), 300));
  private static final List<Criterion> ALL = ENTRIES.stream().map(Entry::criterion).toList();
  private static final List<CriterionId> IDS = ALL.stream().map(Criterion::id).toList();

  private Criteria() {}

  /// All criteria, in order.
  public static List<Criterion> all() {
    return ALL;
  }

  /// Their ids, in order.
  public static List<CriterionId> ids() {
    return IDS;
  }

  /// Numbers under the names of their criteria, in order.
  ///
  /// @param numbers in the order of the criteria; fewer where there were fewer criteria
  public static Map<String, Integer> named(List<Integer> numbers) {
    Map<String, Integer> named = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(numbers.size(), IDS.size()); i++) {
      named.put(IDS.get(i).value(), numbers.get(i));
    }
    return named;
  }

  static int[] defaultWeights() {
    return ENTRIES.stream().mapToInt(Entry::defaultWeight).toArray();
  }
}
