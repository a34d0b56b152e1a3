package dev.entente.matching.arithmetic;

/// The one way quotients become whole numbers: half up.
public final class Rounding {
  private Rounding() {}

  /// Divides and rounds half up.
  ///
  /// @param dividend at least 0
  /// @param divisor above 0
  public static long halfUp(long dividend, long divisor) {
    return (2 * dividend + divisor) / (2 * divisor);
  }

  /// As [#halfUp(long, long)], where the caller knows that the result is a small number.
  ///
  /// @throws ArithmeticException if the result does not fit an `int`
  public static int halfUpToInt(long dividend, long divisor) {
    return Math.toIntExact(halfUp(dividend, divisor));
  }
}
