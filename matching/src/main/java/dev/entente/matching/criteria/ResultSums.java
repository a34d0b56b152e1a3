package dev.entente.matching.criteria;

import dev.entente.matching.profile.Candidate;
import dev.entente.matching.profile.QuizResult;
import dev.entente.matching.profile.TechnicalTest;

/// Sums of results, of one candidate or of many, from which a run's [Calibration] follows. Exact,
/// so the order of adding does not matter.
///
/// @param feedbackSum of technical tests, hundredths of a point
/// @param feedbackCount of technical tests
/// @param trainingSum of quiz results, hundredths of a point
/// @param trainingCount of quiz results
public record ResultSums(
    long feedbackSum, long feedbackCount, long trainingSum, long trainingCount) {
  /// Without any result.
  public static final ResultSums NONE = new ResultSums(0, 0, 0, 0);

  /// The results of a candidate; one who opted out adds nothing.
  public static ResultSums of(Candidate candidate) {
    return candidate.optedOut()
        ? NONE
        : new ResultSums(
            candidate.technicalTests().stream().mapToLong(TechnicalTest::result).sum(),
            candidate.technicalTests().size(),
            candidate.quizResults().stream().mapToLong(QuizResult::score).sum(),
            candidate.quizResults().size());
  }

  /// Both together.
  public ResultSums plus(ResultSums other) {
    return new ResultSums(
        feedbackSum + other.feedbackSum,
        feedbackCount + other.feedbackCount,
        trainingSum + other.trainingSum,
        trainingCount + other.trainingCount);
  }
}
