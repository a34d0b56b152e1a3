package dev.entente.matching.criteria;

import static dev.entente.matching.testing.CandidateBuilder.aCandidate;
import static dev.entente.matching.testing.PostingBuilder.aPosting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.matching.explanation.Evidence;
import dev.entente.matching.vocabulary.DomainId;
import org.junit.jupiter.api.Test;

class DomainsCriterionTest {
  private final CriterionContract domains = CriterionContract.of(new DomainsCriterion());

  @Test
  void allDomainsEarnAnExtra() {
    assertThat(domains.score(aPosting().in("backend"), aCandidate().in("backend", "data")))
        .isEqualTo(10_000);
  }

  @Test
  void someDomainsCountInProportionWithoutTheExtra() {
    var posting = aPosting().in("backend", "data", "ai");
    var candidate = aCandidate().in("data", "ai");

    assertThat(domains.score(posting, candidate)).isEqualTo(5_333);
    assertThat(domains.coverage(posting, candidate)).isEqualTo(6_667);
    assertThat(domains.confidence(posting, candidate)).isEqualTo(10_000);
  }

  @Test
  void evidenceInADomainDoesNotDeclareIt() {
    var candidate = aCandidate().in("data").tested("backend", "java", 9_000);

    assertThat(domains.score(aPosting().in("backend", "data"), candidate)).isEqualTo(4_000);
  }

  @Test
  void explanationNamesSharedAndMissingDomains() {
    var explanation =
        domains.prepare(aPosting().in("backend", "data")).explain(aCandidate().in("data").facts());

    assertThat(CriterionContract.evidence(explanation, "sharedDomains"))
        .containsExactly(
            new Evidence.MissingDomain(new DomainId("backend")),
            new Evidence.Domain(new DomainId("data")));
  }
}
