package dev.entente.matching.criteria;

import dev.entente.matching.arithmetic.Rounding;
import dev.entente.matching.profile.Candidate;

/// The results of all candidates while they stream by, from which a run's [Calibration] follows.
///
/// Not thread-safe; sums are exact, so the order of candidates does not matter.
public final class CalibrationTally {
  /* A run that took the exact mean would move every list a little every night. So the mean is kept
   * on a grid of whole points, and a later run leaves it alone until the exact mean is a whole point
   * away; then it takes the grid point next to the exact mean on the side of the old one. */
  private static final int GRID = 100;

  private ResultSums sums = ResultSums.NONE;

  /// Starts without any result.
  public CalibrationTally() {}

  /// Adds all results of a candidate; one who opted out adds nothing.
  public void add(Candidate candidate) {
    add(ResultSums.of(candidate));
  }

  /// Adds results that were summed before.
  public void add(ResultSums results) {
    sums = sums.plus(results);
  }

  /// The calibration of a first run: exact means, rounded to whole points.
  public Calibration first() {
    return new Calibration(
        onGrid(sums.feedbackSum(), sums.feedbackCount()),
        onGrid(sums.trainingSum(), sums.trainingCount()));
  }

  /// The calibration of a later run: each mean of the last finished run, unless the exact one is a
  /// point or more away.
  public Calibration after(Calibration previous) {
    return new Calibration(
        near(previous.feedbackMean(), sums.feedbackSum(), sums.feedbackCount()),
        near(previous.trainingMean(), sums.trainingSum(), sums.trainingCount()));
  }

  private static int onGrid(long sum, long count) {
    return count == 0
        ? Calibration.NEUTRAL_MEAN
        : Math.toIntExact(GRID * Rounding.halfUp(sum, GRID * count));
  }

  private static int near(int previous, long sum, long count) {
    if (count == 0) {
      return near(previous, Calibration.NEUTRAL_MEAN, 1);
    }
    if (sum >= (previous + GRID) * count) {
      return Math.toIntExact(GRID * Math.floorDiv(sum, GRID * count));
    }
    if (sum <= (previous - GRID) * count) {
      return Math.toIntExact(GRID * Math.ceilDiv(sum, GRID * count));
    }
    return previous;
  }
}
