package dev.entente.matching.ranking;

import static dev.entente.matching.testing.CandidateBuilder.aCandidate;
import static dev.entente.matching.testing.PostingBuilder.aPosting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.matching.criteria.Calibration;
import dev.entente.matching.criteria.CriterionId;
import dev.entente.matching.criteria.Figure;
import dev.entente.matching.criteria.RunConditions;
import dev.entente.matching.criteria.Weights;
import dev.entente.matching.numbers.SharedTerms;
import dev.entente.matching.profile.BadgeTier;
import dev.entente.matching.profile.Candidate;
import dev.entente.matching.profile.CandidateFacts;
import dev.entente.matching.profile.ExperienceLevel;
import dev.entente.matching.profile.JobPosting;
import dev.entente.matching.profile.JobPostingFacts;
import dev.entente.matching.profile.QuizType;
import dev.entente.matching.profile.SkillEvidence;
import dev.entente.matching.testing.NastyProfiles;
import dev.entente.matching.vocabulary.DomainId;
import dev.entente.matching.vocabulary.SkillId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatchingFactsTest {
  private static final Instant AS_OF = Instant.parse("2026-11-23T00:00:00Z");
  private static final int CANDIDATES = 60;
  private static final int POSTINGS = 5;

  @Test
  void theyTellWhatIsSharedAndWhatWasCounted() {
    JobPostingFacts posting =
        aPosting()
            .in("backend", "data")
            .requiring("java", "sql", "kafka")
            .wishing("docker")
            .at(ExperienceLevel.MID)
            .facts();
    CandidateFacts candidate =
        aCandidate()
            .in("backend")
            .declaring("java", "docker", "cobol")
            .working("backend", "2025-01", "2026-03", "sql")
            .tested("backend", "java", 8_340)
            .tested("backend", "java", 8_140)
            .quizzed("backend", QuizType.QCM, 6_000, 6_100, 6_200, 6_300)
            .awarded("sql", BadgeTier.GOLD)
            .awarded("java", BadgeTier.BRONZE)
            .facts();

    MatchingFacts facts = facts(posting, candidate, Calibration.NEUTRAL);

    assertThat(facts.shared().skills())
        .containsExactly(
            new SharedTerms.Skill(new SkillId("docker"), SkillEvidence.DECLARED),
            new SharedTerms.Skill(new SkillId("java"), SkillEvidence.ASSESSED),
            new SharedTerms.Skill(new SkillId("sql"), SkillEvidence.USED));
    assertThat(facts.shared().domains()).containsExactly(new DomainId("backend"));
    assertThat(facts.figures())
        .containsExactly(
            new Figure("otherShownSkills", 0),
            new Figure("months", 14),
            new Figure("askedMonths", 36),
            new Figure("testResults", 2),
            new Figure("testMean", 80),
            new Figure("quizResults", 4),
            new Figure("quizMean", 60),
            new Figure("quizSeries", 1),
            new Figure("bronzeBadges", 1),
            new Figure("silverBadges", 0),
            new Figure("goldBadges", 1));
    assertThat(facts.bands())
        .contains(
            new MatchingFacts.Band(new CriterionId("domains"), 40),
            new MatchingFacts.Band(new CriterionId("badges"), 50))
        .extracting(MatchingFacts.Band::criterion)
        .doesNotContain(new CriterionId("recruiterFeedback"), new CriterionId("training"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11, 0",
    "2026-10, 1",
    "2024-12, 23",
    "2024-11, 24",
    "2024-01, 24",
    "2021-11, 60"
  })
  void monthsAreWholeYearsFromTwoYearsOn(String from, int months) {
    CandidateFacts candidate =
        aCandidate().in("backend").declaring("java").working("backend", from, "2030-01").facts();

    MatchingFacts facts =
        facts(aPosting().in("backend").requiring("java").facts(), candidate, Calibration.NEUTRAL);

    assertThat(facts.figures()).contains(new Figure("months", months));
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 20_261_129})
  void theyDoNotMoveWithTheCalibration(long seed) {
    var nasty = new NastyProfiles(seed);
    List<Candidate> candidates = nasty.candidates(CANDIDATES);
    for (JobPosting posting : nasty.postings(POSTINGS)) {
      for (Candidate candidate : candidates) {
        var both = new Pair(JobPostingFacts.of(posting), CandidateFacts.of(candidate));
        assertThat(facts(both.posting(), both.candidate(), new Calibration(9_900, 100)))
            .as("seed %d, %s", seed, both)
            .isEqualTo(facts(both.posting(), both.candidate(), Calibration.NEUTRAL));
      }
    }
  }

  private record Pair(JobPostingFacts posting, CandidateFacts candidate) {}

  private static MatchingFacts facts(
      JobPostingFacts posting, CandidateFacts candidate, Calibration calibration) {
    return new PairScorer(posting, Weights.DEFAULT, new RunConditions(AS_OF, calibration))
        .facts(candidate);
  }
}
