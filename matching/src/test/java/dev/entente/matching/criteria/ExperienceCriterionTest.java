package dev.entente.matching.criteria;

import static dev.entente.matching.testing.CandidateBuilder.aCandidate;
import static dev.entente.matching.testing.PostingBuilder.aPosting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.matching.explanation.Evidence;
import dev.entente.matching.profile.ExperienceLevel;
import dev.entente.matching.testing.CandidateBuilder;
import dev.entente.matching.testing.PostingBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExperienceCriterionTest {
  private static final PostingBuilder LEAD = aPosting().at(ExperienceLevel.LEAD);
  private static final String EIGHTY = "x".repeat(80);
  private static final String LINK = "https://example.org";

  private final CriterionContract experience = CriterionContract.of(new ExperienceCriterion());

  @ParameterizedTest
  @CsvSource({"ENTRY,10000", "JUNIOR,8333", "MID,2778", "SENIOR,1667", "LEAD,1042"})
  void levelDecidesHowManyMonthsAreAsked(ExperienceLevel level, int tenMonths) {
    assertThat(experience.coverage(aPosting().at(level), months(10))).isEqualTo(tenMonths);
  }

  @Test
  void entryLevelAsksForNothing() {
    var posting = aPosting().at(ExperienceLevel.ENTRY);

    assertThat(experience.coverage(posting, aCandidate())).isEqualTo(10_000);
    assertThat(experience.score(posting, aCandidate())).isEqualTo(5_000);
  }

  @Test
  void withoutALevelTwoYearsAreAsked() {
    assertThat(experience.coverage(aPosting(), months(10))).isEqualTo(4_167);
    assertThat(experience.coverage(aPosting(), months(24))).isEqualTo(10_000);
    assertThat(experience.coverage(aPosting(), months(60))).isEqualTo(10_000);
  }

  @ParameterizedTest
  @CsvSource({
    "2019-04,2022-01,33", // half-open
    "2025-11,'',12", // lasts until the month of asOf
    "2026-10,2027-05,1", // clipped at asOf
    "2026-11,2027-05,0", // begins in the month of asOf
    "2027-01,2027-05,0", // lies ahead
    "2020-01,2020-01,0" // empty
  })
  void monthsAreWholeHalfOpenAndClippedAtAsOf(String from, String to, int months) {
    var candidate = aCandidate().working("backend", from, to);

    assertThat(experience.coverage(LEAD, candidate)).isEqualTo(Math.round(10_000 * months / 96.0));
  }

  @Test
  void overlappingMonthsCountOnce() {
    var candidate =
        aCandidate()
            .working("backend", "2020-06", "2021-01")
            .working("backend", "2020-01", "2020-09")
            .working("backend", "2020-02", "2020-03")
            .working("backend", "2022-01", "2022-02");

    assertThat(experience.coverage(LEAD, candidate)).isEqualTo(1_354); // 13 of 96
  }

  @Test
  void monthsInOtherDomainsDoNotCount() {
    var candidate =
        aCandidate().working("data", "2000-01", "2020-01").working("", "2000-01", "2020-01");

    assertThat(experience.coverage(LEAD, candidate)).isZero();
  }

  @Test
  void portfolioIsSixTenthsRelevanceAndFourTenthsQuality() {
    var posting = LEAD.requiring("java", "sql", "kotlin");

    assertThat(experience.score(posting, aCandidate().withProject("", "", "java")))
        .isEqualTo(1_000);
    assertThat(experience.score(LEAD.requiring("java"), aCandidate().withProject("", "", "java")))
        .isEqualTo(3_000);
    assertThat(experience.score(posting, aCandidate().withHeadline("x"))).isEqualTo(200);
    assertThat(experience.score(posting, aCandidate().declaring("java"))).isZero();
  }

  @ParameterizedTest
  @CsvSource({"79,0", "80,200"})
  void projectDescriptionCountsFromEightyCodePoints(int length, int score) {
    String description = " \u00A0" + "𝒳".repeat(length) + "\u3000";

    assertThat(experience.score(LEAD, aCandidate().withProject(description, ""))).isEqualTo(score);
  }

  @ParameterizedTest
  @CsvSource({"199,0", "200,300"})
  void bioCountsFromTwoHundredCodePoints(int length, int score) {
    assertThat(experience.score(LEAD, aCandidate().withBio("\n" + "𝒳".repeat(length) + "\t")))
        .isEqualTo(score);
  }

  @Test
  void blankHeadlineCountsNothing() {
    assertThat(experience.score(LEAD, aCandidate().withHeadline("\u2003\u0085"))).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "http://a,100",
    "HTTPS://a,100",
    "ftp://a,0",
    "' https://a',0",
    "httpſ://a,0",
    "example.org,0"
  })
  void linkIsAWebAddress(String link, int score) {
    assertThat(experience.score(LEAD, aCandidate().withProject("", link))).isEqualTo(score);
  }

  @Test
  void onlyTheFiveBestProjectsCount() {
    var candidate = aCandidate().withProject(EIGHTY, "").withProject("", LINK);
    for (int i = 0; i < 4; i++) {
      candidate.withProject(EIGHTY, LINK);
    }

    assertThat(experience.score(LEAD, candidate)).isEqualTo((4 * 1_500 + 1_000) / 5);
  }

  @Test
  void scoreIsTheRoundedMeanOfMonthsAndPortfolio() {
    var candidate = months(10).withHeadline("x");

    assertThat(experience.score(aPosting(), candidate)).isEqualTo(2_284); // (4167 + 400) / 2
  }

  @Test
  void confidenceNeedsAnExperienceOrAProject() {
    assertThat(experience.confidence(LEAD, aCandidate().declaring("java"))).isZero();
    assertThat(experience.confidence(LEAD, aCandidate().working("data", "2020-01", "2020-01")))
        .isEqualTo(10_000);
    assertThat(experience.confidence(LEAD, aCandidate().withProject("", ""))).isEqualTo(10_000);
  }

  @Test
  void explanationMultipliesSharesByTheWhole() {
    var explanation =
        experience.prepare(LEAD).explain(months(10).withProject("", "", "java").facts());

    assertThat(CriterionContract.value(explanation, "countedShare")).isEqualTo(100_000);
    assertThat(CriterionContract.value(explanation, "shownShare")).isEqualTo(10_000);
  }

  @Test
  void explanationNamesExperiencesAndProjects() {
    var candidate =
        aCandidate()
            .working("data", "2000-01", "2020-01")
            .working("backend", "2020-01", "2020-04")
            .withProject("", LINK)
            .withProject(EIGHTY, LINK);
    var explanation = experience.prepare(LEAD).explain(candidate.facts());

    assertThat(CriterionContract.evidence(explanation, "months"))
        .containsExactly(new Evidence.Place("/experiences/1", 3));
    assertThat(CriterionContract.evidence(explanation, "bestProjects"))
        .containsExactly(
            new Evidence.Place("/projects/1", 1_500), new Evidence.Place("/projects/0", 500));
  }

  private static CandidateBuilder months(int months) {
    return aCandidate()
        .working("backend", "2010-01", "%d-%02d".formatted(2010 + months / 12, 1 + months % 12));
  }
}
