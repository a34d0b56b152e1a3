package dev.entente.matching.ranking;

import static dev.entente.matching.testing.CandidateBuilder.aCandidate;
import static dev.entente.matching.testing.PostingBuilder.aPosting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.matching.criteria.Calibration;
import dev.entente.matching.criteria.CriterionId;
import dev.entente.matching.criteria.RunConditions;
import dev.entente.matching.criteria.Weights;
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
import java.util.Map;
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
        .isEqualTo(
            Map.of(
                new SkillId("java"), SkillEvidence.ASSESSED,
                new SkillId("sql"), SkillEvidence.USED,
                new SkillId("docker"), SkillEvidence.DECLARED));
    assertThat(facts.shared().domains()).containsExactly(new DomainId("backend"));
    assertThat(facts.figures())
        .containsEntry("months", 14)
        .containsEntry("askedMonths", 36)
        .containsEntry("testResults", 2)
        .containsEntry("testMean", 80)
        .containsEntry("quizResults", 4)
        .containsEntry("quizMean", 60)
        .containsEntry("quizSeries", 1)
        .containsEntry("goldBadges", 1)
        .containsEntry("silverBadges", 0)
        .containsEntry("bronzeBadges", 1)
        .containsEntry("otherShownSkills", 0);
    assertThat(facts.bands())
        .containsEntry(new CriterionId("domains"), 40)
        .containsEntry(new CriterionId("badges"), 50)
        .doesNotContainKeys(new CriterionId("recruiterFeedback"), new CriterionId("training"));
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

    assertThat(facts.figures()).containsEntry("months", months);
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
