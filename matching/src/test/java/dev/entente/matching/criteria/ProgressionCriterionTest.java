package dev.entente.matching.criteria;

import static dev.entente.matching.profile.QuizType.MOCK_INTERVIEW;
import static dev.entente.matching.profile.QuizType.QCM;
import static dev.entente.matching.testing.CandidateBuilder.aCandidate;
import static dev.entente.matching.testing.PostingBuilder.aPosting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.matching.explanation.Evidence;
import dev.entente.matching.profile.QuizResult;
import dev.entente.matching.testing.CandidateBuilder;
import dev.entente.matching.vocabulary.Vocabulary;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProgressionCriterionTest {
  private final CriterionContract progression = CriterionContract.of(new ProgressionCriterion());

  @Test
  void seriesBelowFourResultsIsNeutral() {
    assertThat(score(0, 5_000, 10_000)).isEqualTo(5_000);
    assertThat(progression.confidence(aPosting(), quizzes(0, 0, 0))).isZero();
    assertThat(progression.confidence(aPosting(), quizzes(0, 0, 0, 0))).isEqualTo(10_000);
  }

  @Test
  void upToThreeLastResultsAreComparedWithAsManyFirst() {
    assertThat(score(1_000, 2_000, 3_001, 4_000)).isEqualTo(5_000 + 3_501 - 1_500);
    assertThat(score(1_000, 2_000, 9_000, 3_000, 4_000)).isEqualTo(5_000 + 3_500 - 1_500);
    assertThat(score(100, 200, 300, 1_100, 1_200, 1_300)).isEqualTo(6_000);
    assertThat(score(100, 200, 300, 0, 1_100, 1_200, 1_300)).isEqualTo(6_000);
    assertThat(score(100, 200, 300, 0, 0, 1_100, 1_200, 1_300)).isEqualTo(6_000);
  }

  @Test
  void riseIsCappedAndFallHasAFloor() {
    assertThat(score(0, 0, 9_000, 9_000)).isEqualTo(10_000);
    assertThat(score(10_000, 10_000, 1_000, 1_000)).isEqualTo(1_000);
    assertThat(score(10_000, 10_000, 7_000, 7_000)).isEqualTo(5_000);
  }

  @Test
  void whoStaysAtTheTopIsNotPunished() {
    assertThat(score(8_000, 8_000, 8_000, 8_000)).isEqualTo(5_000);
    assertThat(score(9_000, 9_000, 9_000, 9_000)).isEqualTo(9_000);
    assertThat(score(9_500, 9_500, 8_500, 8_500)).isEqualTo(7_000);
    assertThat(score(10_000, 10_000, 10_000, 10_000)).isEqualTo(10_000);
  }

  @Test
  void scoreIsTheRoundedMeanOverDomainsAndTypes() {
    var candidate =
        aCandidate()
            .quizzed("backend", QCM, 1_000, 1_000, 2_000, 2_000)
            .quizzed("backend", MOCK_INTERVIEW, 1_000, 1_000, 2_001, 2_000)
            .quizzed("data", QCM, 0, 0, 0, 0, 10_000);

    assertThat(progression.score(aPosting(), candidate)).isEqualTo(6_001); // (6000 + 6001) / 2
  }

  @Test
  void seriesIsInOrderOfCompletionThenOfId() {
    assertThat(progression.score(aPosting(), at("q-2", 0, "q-10", 9_000))).isEqualTo(750);
    assertThat(progression.score(aPosting(), at("q-10", 0, "q-2", 9_000))).isEqualTo(9_750);
  }

  @Test
  void explanationNamesComparedResults() {
    var explanation =
        progression.prepare(aPosting()).explain(quizzes(100, 200, 300, 400, 500).facts());

    assertThat(CriterionContract.evidence(explanation, "firstResults"))
        .containsOnly(
            new Evidence.Result("/quizResults/0", "q-0", 100),
            new Evidence.Result("/quizResults/1", "q-1", 200));
    assertThat(CriterionContract.evidence(explanation, "lastResults"))
        .contains(new Evidence.Result("/quizResults/4", "q-4", 500));
  }

  private int score(int... scores) {
    return progression.score(aPosting(), quizzes(scores));
  }

  private static CandidateBuilder quizzes(int... scores) {
    return aCandidate().quizzed("backend", QCM, scores);
  }

  /// Two results at one instant, listed last, between an early 0 and a late 500.
  private static CandidateBuilder at(String one, int oneScore, String other, int otherScore) {
    return aCandidate()
        .with(quiz("late", 500, "2026-03-01T00:00:00Z"))
        .with(quiz("early", 0, "2026-01-01T00:00:00Z"))
        .with(quiz(one, oneScore, "2026-02-01T00:00:00Z"))
        .with(quiz(other, otherScore, "2026-02-01T00:00:00Z"));
  }

  private static QuizResult quiz(String id, int score, String completedAt) {
    return new QuizResult(id, Vocabulary.domain("backend"), QCM, score, Instant.parse(completedAt));
  }
}
