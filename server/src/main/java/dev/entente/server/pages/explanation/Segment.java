package dev.entente.server.pages.explanation;

/// Where the points of one criterion stand in a bar of all points, which is 100,000 long: a point
/// is 1,000. Segments of one bar lie end to end.
///
/// @param number of the criterion in the order of all, from 1, for its colour
/// @param from where it begins
/// @param width its points
/// @param most the points that a full score would give
public record Segment(int number, long from, long width, long most) {
  private static final long UNITS = 1_000;
  private static final long FULL_SCORE = 10_000;

  /// @param before the products of all criteria before it
  static Segment of(int number, WeighedScore weighed, long before) {
    long from = before / UNITS;
    return new Segment(
        number,
        from,
        (before + weighed.product().value()) / UNITS - from,
        weighed.weight() * FULL_SCORE / UNITS);
  }
}
