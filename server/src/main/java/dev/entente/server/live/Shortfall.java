package dev.entente.server.live;

import dev.entente.matching.criteria.Criteria;
import dev.entente.matching.criteria.Weights;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// How far a candidate stays below the last place of a list, and on which criteria.
///
/// All numbers are weighted: hundredths of a per cent times hundredths of a point, a million to a
/// point. `last - own` is the sum of all differences.
///
/// @param own the candidate's total
/// @param last the total that has the last place
/// @param differences one a criterion, the one that costs most first, then in the order of the
///   criteria; copied
public record Shortfall(long own, long last, List<Difference> differences) {
  /// What one criterion adds to a shortfall.
  ///
  /// @param criterion its id
  /// @param weight hundredths of a per cent
  /// @param own the candidate's score, hundredths of a point
  /// @param last the score of whoever has the last place
  public record Difference(String criterion, int weight, int own, int last) {
    private static final Comparator<Difference> DEAREST_FIRST =
        Comparator.comparingLong(Difference::points).reversed();

    /// What it costs, weighted; below 0 where the candidate is the better one.
    public long points() {
      return (long) weight * (last - own);
    }
  }

  public Shortfall {
    differences = List.copyOf(differences);
  }

  /// Compares scores.
  ///
  /// @param own the candidate's, in the order of the criteria
  /// @param last those of whoever has the last place
  static Shortfall of(Weights weights, List<Integer> own, List<Integer> last) {
    List<Difference> differences = new ArrayList<>();
    long ownTotal = 0;
    long lastTotal = 0;
    for (int i = 0; i < Criteria.ids().size(); i++) {
      int weight = weights.at(i);
      ownTotal += (long) weight * own.get(i);
      lastTotal += (long) weight * last.get(i);
      differences.add(
          new Difference(Criteria.ids().get(i).value(), weight, own.get(i), last.get(i)));
    }
    differences.sort(Difference.DEAREST_FIRST);
    return new Shortfall(ownTotal, lastTotal, differences);
  }

  /// The points that are missing, weighted; 0 where only the ids decide.
  public long points() {
    return last - own;
  }
}
