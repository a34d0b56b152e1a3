package dev.entente.matching.criteria;

/// Scores told coarsely.
final class Bands {
  private static final int WIDTH = 5;
  private static final int POINT = 100;

  private Bands() {}

  /// Whole points, rounded down to a multiple of five.
  ///
  /// @param score hundredths of a point
  static int of(long score) {
    return Math.toIntExact(score / (WIDTH * POINT)) * WIDTH;
  }
}
