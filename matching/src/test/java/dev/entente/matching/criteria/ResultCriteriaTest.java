package dev.entente.matching.criteria;

import static dev.entente.matching.testing.CandidateBuilder.aCandidate;
import static dev.entente.matching.testing.PostingBuilder.aPosting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.matching.explanation.Evidence;
import dev.entente.matching.profile.QuizType;
import dev.entente.matching.testing.CandidateBuilder;
import java.util.Arrays;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ResultCriteriaTest {
  private static final RunConditions CONDITIONS =
      new RunConditions(CriterionContract.AS_OF, new Calibration(7_800, 6_400));

  private final CriterionContract feedback =
      CriterionContract.with(new RecruiterFeedbackCriterion(), CONDITIONS);
  private final CriterionContract training =
      CriterionContract.with(new TrainingCriterion(), CONDITIONS);

  @Test
  void withoutTestsFeedbackIsThePriorANinthOfTheMeanBelowIt() {
    assertThat(feedback.score(aPosting(), aCandidate())).isEqualTo(7_020);
    assertThat(feedback.confidence(aPosting(), aCandidate())).isZero();
  }

  @Test
  void feedbackLeansOnThreePseudoResults() {
    var candidate = aCandidate().tested("backend", "java", 10_000);

    assertThat(feedback.score(aPosting(), candidate)).isEqualTo((10_000 + 3 * 7_020) / 4);
    assertThat(feedback.confidence(aPosting(), candidate)).isEqualTo(2_500);
  }

  @Test
  void reviewScoreCountsInsteadOfTheScoreEvenWhenItIsZero() {
    var candidate = aCandidate().tested("backend", "java", 10_000, OptionalInt.of(0));

    assertThat(feedback.score(aPosting(), candidate)).isEqualTo(3 * 7_020 / 4);
  }

  @Test
  void smallestFeedbackIsNotLostInRounding() {
    // (1 + 3 * 7020) / 4 = 5265.25 and (2 + 3 * 7020) / 4 = 5265.5
    assertThat(feedback.score(aPosting(), aCandidate().tested("backend", "", 1))).isEqualTo(5_265);
    assertThat(feedback.score(aPosting(), aCandidate().tested("backend", "", 2))).isEqualTo(5_266);
  }

  @Test
  void testsInOtherDomainsDoNotCount() {
    var candidate = aCandidate().tested("data", "java", 10_000);

    assertThat(feedback.score(aPosting(), candidate)).isEqualTo(7_020);
  }

  @Test
  void feedbackExplanationNamesTheTests() {
    var candidate = aCandidate().tested("data", "", 100).tested("backend", "", 200);

    assertThat(
            CriterionContract.evidence(
                feedback.prepare(aPosting()).explain(candidate.facts()), "results"))
        .containsExactly(new Evidence.Result("/technicalTests/1", "t-1", 200));
  }

  @Test
  void trainingIsEightTenthsLevelAndTwoTenthsVolume() {
    // level (6400 + 3 * 5760) / 4 = 5920, volume 500
    assertThat(training.score(aPosting(), quizzes(6_400))).isEqualTo((8 * 5_920 + 2 * 500) / 10);
    assertThat(training.score(aPosting(), aCandidate())).isEqualTo(8 * 5_760 / 10);
    assertThat(training.confidence(aPosting(), quizzes(0, 0))).isEqualTo(4_000);
  }

  @Test
  void trainingVolumeStopsAtTwentyQuizzes() {
    assertThat(training.score(aPosting(), quizzes(atThePrior(19)))).isEqualTo(4_608 + 1_900);
    assertThat(training.score(aPosting(), quizzes(atThePrior(20)))).isEqualTo(4_608 + 2_000);
    assertThat(training.score(aPosting(), quizzes(atThePrior(21)))).isEqualTo(4_608 + 2_000);
  }

  @Test
  void smallestResultIsNotLostInRounding() {
    // (1 + 3 * 5760) / 4 = 4320.25 and (2 + 3 * 5760) / 4 = 4320.5
    assertThat(training.score(aPosting(), quizzes(1))).isEqualTo((8 * 4_320 + 2 * 500) / 10);
    assertThat(training.score(aPosting(), quizzes(2))).isEqualTo((8 * 4_321 + 2 * 500 + 2) / 10);
    assertThat(training.confidence(aPosting(), quizzes(0, 0, 0, 0, 0))).isEqualTo(6_250);
  }

  @Test
  void trainingInOtherDomainsDoesNotCount() {
    assertThat(training.score(aPosting().in("data"), quizzes(10_000))).isEqualTo(4_608);
  }

  private static CandidateBuilder quizzes(int... scores) {
    return aCandidate().quizzed("backend", QuizType.QCM, scores);
  }

  private static int[] atThePrior(int count) {
    int[] scores = new int[count];
    Arrays.fill(scores, 5_760);
    return scores;
  }
}
