package dev.entente.matching.eligibility;

import static dev.entente.matching.eligibility.Eligibility.Reason.NO_SHARED_DOMAIN;
import static dev.entente.matching.eligibility.Eligibility.Reason.NO_SHARED_SKILL;
import static dev.entente.matching.eligibility.Eligibility.Reason.OPTED_OUT;
import static dev.entente.matching.eligibility.Eligibility.Reason.POSTING_INACTIVE;
import static dev.entente.matching.testing.CandidateBuilder.aCandidate;
import static dev.entente.matching.testing.PostingBuilder.aPosting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entente.matching.eligibility.Eligibility.Eligible;
import dev.entente.matching.eligibility.Eligibility.Ineligible;
import dev.entente.matching.testing.CandidateBuilder;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EligibilityTest {
  @Test
  void oneSharedDomainAndOneSharedSkillAreEnough() {
    var posting = aPosting().in("backend", "data").requiring("java", "sql").build();

    assertThat(Eligibility.of(posting, aCandidate().in("data").declaring("SQL").facts()))
        .isEqualTo(new Eligible());
  }

  @Test
  void skillShownOnlyByAPassedTestIsShared() {
    assertThat(of(aCandidate().in("backend").tested("x", "java", 5_000))).isEqualTo(new Eligible());
    assertThat(of(aCandidate().in("backend").tested("x", "java", 4_999)))
        .isEqualTo(new Ineligible(Set.of(NO_SHARED_SKILL)));
  }

  @Test
  void evidenceInADomainDoesNotDeclareIt() {
    assertThat(of(aCandidate().declaring("java").working("backend", "2020-01", "")))
        .isEqualTo(new Ineligible(Set.of(NO_SHARED_DOMAIN)));
  }

  @Test
  void niceToHaveSkillIsNotEnough() {
    var posting = aPosting().wishing("kafka").build();

    assertThat(Eligibility.of(posting, aCandidate().in("backend").declaring("kafka").facts()))
        .isEqualTo(new Ineligible(Set.of(NO_SHARED_SKILL)));
  }

  @Test
  void allReasonsAreGiven() {
    assertThat(Eligibility.of(aPosting().inactive().build(), aCandidate().optedOut().facts()))
        .isEqualTo(
            new Ineligible(Set.of(POSTING_INACTIVE, OPTED_OUT, NO_SHARED_DOMAIN, NO_SHARED_SKILL)));
  }

  @Test
  void ineligibleNeedsAReason() {
    assertThatThrownBy(() -> new Ineligible(Set.of())).hasMessage("ineligible needs a reason");
  }

  private static Eligibility of(CandidateBuilder candidate) {
    return Eligibility.of(aPosting().build(), candidate.facts());
  }
}
