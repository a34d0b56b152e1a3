package dev.entente.matching.criteria;

import dev.entente.matching.arithmetic.Rounding;
import dev.entente.matching.profile.Candidate;
import dev.entente.matching.profile.QuizResult;
import dev.entente.matching.profile.TechnicalTest;

/// Sums of all results while candidates stream by, from which a run's [Calibration] follows.
///
/// Not thread-safe; sums are exact, so the order of candidates does not matter.
public final class CalibrationTally {
  /* A run that took the exact mean would move every list a little every night. So the mean is kept
   * on a grid of whole points, and a later run leaves it alone until the exact mean is a whole point
   * away; then it takes the grid point next to the exact mean on the side of the old one. */
  private static final int GRID = 100;

  private static final class Sum {
    private long sum;
    private long count;

    private void add(int result) {
      sum += result;
      count++;
    }

    private int onGrid() {
      return count == 0
          ? Calibration.NEUTRAL_MEAN
          : Math.toIntExact(GRID * Rounding.halfUp(sum, GRID * count));
    }

    private int near(int previous) {
      if (count == 0) {
        return of(Calibration.NEUTRAL_MEAN).near(previous);
      }
      if (sum >= (previous + GRID) * count) {
        return Math.toIntExact(GRID * Math.floorDiv(sum, GRID * count));
      }
      if (sum <= (previous - GRID) * count) {
        return Math.toIntExact(GRID * Math.ceilDiv(sum, GRID * count));
      }
      return previous;
    }

    private static Sum of(int result) {
      var sum = new Sum();
      sum.add(result);
      return sum;
    }
  }

  private final Sum feedback = new Sum();
  private final Sum training = new Sum();

  /// Starts without any result.
  public CalibrationTally() {}

  /// Adds all results of a candidate; one who opted out adds nothing.
  public void add(Candidate candidate) {
    if (candidate.optedOut()) {
      return;
    }
    candidate.technicalTests().stream().mapToInt(TechnicalTest::result).forEach(feedback::add);
    candidate.quizResults().stream().mapToInt(QuizResult::score).forEach(training::add);
  }

  /// The calibration of a first run: exact means, rounded to whole points.
  public Calibration first() {
    return new Calibration(feedback.onGrid(), training.onGrid());
  }

  /// The calibration of a later run: each mean of the last finished run, unless the exact one is a
  /// point or more away.
  public Calibration after(Calibration previous) {
    return new Calibration(
        feedback.near(previous.feedbackMean()), training.near(previous.trainingMean()));
  }
}
