package dev.entente.matching.ranking;

import static dev.entente.matching.testing.CandidateBuilder.aCandidate;
import static dev.entente.matching.testing.PostingBuilder.aPosting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entente.matching.criteria.Calibration;
import dev.entente.matching.criteria.CriterionId;
import dev.entente.matching.criteria.RunConditions;
import dev.entente.matching.criteria.Weights;
import dev.entente.matching.eligibility.Eligibility.Reason;
import dev.entente.matching.testing.CandidateBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlainRankerTest {
  private static final RunConditions CONDITIONS =
      new RunConditions(Instant.parse("2026-11-23T00:00:00Z"), Calibration.NEUTRAL);

  @Test
  void equalTotalsAreOrderedByCandidateId() {
    Ranking ranking = rank(9, fitting("c-2"), fitting("C-3"), fitting("c-10"), fitting("_"));

    assertThat(ids(ranking)).containsExactly("C-3", "_", "c-10", "c-2");
  }

  @Test
  void onlyTheBestAreKept() {
    Ranking ranking = rank(2, fitting("c-3"), fitting("c-1").declaring("sql"), fitting("c-2"));

    assertThat(ids(ranking)).containsExactly("c-1", "c-2");
    assertThat(ranking.eligible()).isEqualTo(3);
  }

  @Test
  void reasonsOfTheIneligibleAreCounted() {
    Ranking ranking =
        rank(9, aCandidate().declaring("java"), fitting("c-2").optedOut(), aCandidate());

    assertThat(ranking.matchings()).isEmpty();
    assertThat(ranking.eligible()).isZero();
    assertThat(ranking.ineligible())
        .isEqualTo(
            Map.of(Reason.NO_SHARED_DOMAIN, 2, Reason.NO_SHARED_SKILL, 1, Reason.OPTED_OUT, 1));
  }

  @Test
  void weightsDecideTheTotal() {
    var ranker =
        new PlainRanker(
            aPosting().facts(),
            Weights.of(
                Map.of(
                    "skills", 10_000,
                    "domains", 0,
                    "experience", 0,
                    "recruiterFeedback", 0,
                    "training", 0,
                    "progression", 0,
                    "badges", 0,
                    "relevance", 0)),
            CONDITIONS,
            1);
    ranker.offer(fitting("c-1").facts());
    Matching matching = ranker.ranking().matchings().getFirst();

    assertThat(matching.total()).isEqualTo(68_000_000);
    assertThat(matching.matchScore()).isEqualTo(6_800);
    assertThat(matching.confidence()).isEqualTo(10_000);
  }

  @Test
  void coverageIsMeasuredByThreeCriteria() {
    Matching matching = rank(1, fitting("c-1")).matchings().getFirst();

    assertThat(matching.coverage(new CriterionId("skills"))).isEqualTo(10_000);
    assertThat(matching.coverage(new CriterionId("domains"))).isEqualTo(10_000);
    assertThat(matching.coverage(new CriterionId("experience"))).isZero();
    assertThatThrownBy(() -> matching.coverage(new CriterionId("badges")))
        .hasMessage("no coverage is measured by badges");
    assertThatThrownBy(() -> matching.coverage(new CriterionId("luck")))
        .hasMessage("no coverage is measured by luck");
  }

  @Test
  void matchScoreRoundsHalfUp() {
    assertThat(
            new Matching(
                    fitting("c").build().id(), 5_000, 0, List.of(), List.of(), MatchingFacts.NONE)
                .matchScore())
        .isEqualTo(1);
    assertThat(
            new Matching(
                    fitting("c").build().id(), 4_999, 0, List.of(), List.of(), MatchingFacts.NONE)
                .matchScore())
        .isZero();
  }

  @Test
  void atLeastOneMatchingIsKept() {
    assertThatThrownBy(() -> rank(0)).hasMessage("k must be at least 1, got: 0");
  }

  private static CandidateBuilder fitting(String id) {
    return aCandidate().withId(id).in("backend").declaring("java");
  }

  private static Ranking rank(int k, CandidateBuilder... candidates) {
    var ranker = new PlainRanker(aPosting().wishing("sql").facts(), Weights.DEFAULT, CONDITIONS, k);
    for (CandidateBuilder candidate : candidates) {
      ranker.offer(candidate.facts());
    }
    return ranker.ranking();
  }

  private static List<String> ids(Ranking ranking) {
    return ranking.matchings().stream().map(m -> m.candidate().value()).toList();
  }
}
