package dev.entente.matching.arithmetic;

/// The cosine of two sets, in whole numbers.
public final class Cosine {
  private Cosine() {}

  /// Gives `scale · shared / √(left · right)`, half up.
  ///
  /// @param scale up to 20_000
  /// @param shared size of the intersection, at most the smaller set's and at most 70_000
  /// @param left size of one set
  /// @param right size of the other
  /// @return the largest `s` with `(2s − 1)² · left · right ≤ 4 · scale² · shared²`; 0 when nothing
  ///   is shared
  public static long rounded(long scale, long shared, long left, long right) {
    if (shared == 0) {
      return 0;
    }
    long bound = 4 * scale * scale * shared * shared / (left * right);
    // bound <= 4 * scale², far below 2^52: the square root of a double is exact enough to floor.
    return ((long) Math.sqrt((double) bound) + 1) / 2;
  }
}
