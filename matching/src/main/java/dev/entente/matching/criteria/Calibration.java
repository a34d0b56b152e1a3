package dev.entente.matching.criteria;

import dev.entente.matching.arithmetic.Rounding;

/// The means of all results, of every domain, coarse enough not to move every list every night.
///
/// @param feedbackMean of technical tests, hundredths of a point, `0..10_000`
/// @param trainingMean of quiz results, same unit
public record Calibration(int feedbackMean, int trainingMean) {
  private static final int HIGHEST = 10_000;
  private static final int PRIOR_TENTHS = 9;

  /// Where there is no result at all.
  static final int NEUTRAL_MEAN = 5_000;

  /// Before the first run.
  public static final Calibration NEUTRAL = new Calibration(NEUTRAL_MEAN, NEUTRAL_MEAN);

  /// @throws IllegalArgumentException if a mean is out of range
  public Calibration {
    requireInRange("feedback mean", feedbackMean);
    requireInRange("training mean", trainingMean);
  }

  /// What a candidate without technical tests is taken to have: a little below the mean, so that a
  /// first result at the mean lowers nobody.
  int feedbackPrior() {
    return prior(feedbackMean);
  }

  /// What a candidate without quiz results is taken to have.
  int trainingPrior() {
    return prior(trainingMean);
  }

  private static int prior(int mean) {
    return Rounding.halfUpToInt((long) PRIOR_TENTHS * mean, 10);
  }

  private static void requireInRange(String kind, int mean) {
    if (mean < 0 || mean > HIGHEST) {
      throw new IllegalArgumentException(
          kind + " must be in 0.." + HIGHEST + " hundredths of a point, got: " + mean);
    }
  }
}
