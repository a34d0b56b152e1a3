package dev.entente.benchmarks.columns;

import dev.entente.benchmarks.pool.Pool;
import dev.entente.matching.arithmetic.Rounding;
import dev.entente.matching.criteria.Criteria;
import dev.entente.matching.criteria.Weights;
import java.util.stream.IntStream;

/// What all postings of a measurement share, as numbers.
///
/// @param weights in the order of [Criteria#all], hundredths of a per cent
/// @param feedbackPrior what a candidate without technical tests is taken to have
/// @param trainingPrior what a candidate without quiz results is taken to have
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Run(int[] weights, int feedbackPrior, int trainingPrior) {
  /// Matchings a posting.
  public static final int TOP = 50;

  /// The run of every measurement: default weights, the pool's calibration.
  public static final Run DEFAULT =
      new Run(
          IntStream.range(0, Criteria.all().size()).map(Weights.DEFAULT::at).toArray(),
          prior(Pool.CONDITIONS.calibration().feedbackMean()),
          prior(Pool.CONDITIONS.calibration().trainingMean()));

  private static int prior(int mean) {
    return Rounding.halfUpToInt(9L * mean, 10);
  }

  /// Puts the numbers into a statement: the weights for `w1` to `w8`, and `feedback_prior` and
  /// `training_prior`.
  public String inSql(String sql) {
    String text = sql;
    for (int i = 0; i < weights.length; i++) {
      text = text.replaceAll("\\bw" + (i + 1) + "\\b", weights[i] + "::bigint");
    }
    return text.replace("feedback_prior", Integer.toString(feedbackPrior))
        .replace("training_prior", Integer.toString(trainingPrior));
  }
}
