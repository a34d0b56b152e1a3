package dev.entente.matching.index;

import dev.entente.matching.criteria.Assessment;
import dev.entente.matching.criteria.Weights;

/// How high candidates can score in a domain, each in one number: a total, and a mark that tells a
/// posting how far its own totals stay below. The order of such numbers is that of the totals.
final class Heights {
  /* A total is below 2^27. Rounded up to a multiple of 8 it leaves room for a mark: one column is read
   * where two would be. */
  private static final int ROUNDED_BITS = 3;
  private static final int MARK_BITS = 7;

  private static final int LARGEST_TOTAL = Assessment.WHOLE * Weights.SUM;

  /// How many marks there are.
  static final int MARKS = 1 << MARK_BITS;

  private Heights() {}

  /// @param total `0..100_000_000`
  /// @param mark at least 0 and below [#MARKS]
  /// @throws IllegalArgumentException if there is no room for one of them
  static int of(int total, int mark) {
    if (total < 0 || total > LARGEST_TOTAL || mark < 0 || mark >= MARKS) {
      throw new IllegalArgumentException(
          "a height has room for a total of 0..%d and a mark of 0..%d, got: %d and %d"
              .formatted(LARGEST_TOTAL, MARKS - 1, total, mark));
    }
    int rounded = (total + (1 << ROUNDED_BITS) - 1) >>> ROUNDED_BITS;
    return rounded << MARK_BITS | mark;
  }

  /// The total, rounded up.
  static int total(int height) {
    return height >>> MARK_BITS << ROUNDED_BITS;
  }

  static int mark(int height) {
    return height & (MARKS - 1);
  }
}
