package dev.entente.matching.criteria;

import static dev.entente.matching.testing.CandidateBuilder.aCandidate;
import static dev.entente.matching.testing.PostingBuilder.aPosting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.matching.explanation.Evidence;
import org.junit.jupiter.api.Test;

class RelevanceCriterionTest {
  private final CriterionContract relevance = CriterionContract.of(new RelevanceCriterion());

  @Test
  void scoreIsTwiceTheCosineOfTheTokenSets() {
    var posting = aPosting().titled("red green").described("blue black");
    var candidate = aCandidate().withHeadline("red white grey pink brown");

    assertThat(relevance.score(posting, candidate)).isEqualTo(4_472); // 20000 / √20
  }

  @Test
  void scoreIsCappedAtHalfTheWords() {
    var posting = aPosting().titled("red green");

    assertThat(relevance.score(posting, aCandidate().withBio("green red"))).isEqualTo(10_000);
    assertThat(relevance.score(posting, aCandidate().withBio("green white"))).isEqualTo(10_000);
    assertThat(relevance.score(posting, aCandidate().withBio("green white grey pink")))
        .isEqualTo(7_071);
  }

  @Test
  void scaleIsExact() {
    var candidate = aCandidate().withBio("red green white grey pink brown black blue cyan");

    assertThat(relevance.score(aPosting().titled("red green"), candidate)).isEqualTo(9_428);
  }

  @Test
  void nothingSharedIsZeroEvenWithoutAnyWord() {
    assertThat(relevance.score(aPosting().titled("red"), aCandidate().withBio("green"))).isZero();
    assertThat(relevance.score(aPosting().titled("!"), aCandidate())).isZero();
  }

  @Test
  void explanationNamesTheSharedWords() {
    var explanation =
        relevance
            .prepare(aPosting().titled("Développeuse Java"))
            .explain(aCandidate().withHeadline("développeur java").facts());

    assertThat(CriterionContract.evidence(explanation, "sharedTokens"))
        .containsExactly(new Evidence.Token("developpeur"), new Evidence.Token("java"));
  }
}
