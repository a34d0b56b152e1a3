package dev.entente.server.pages.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CriterionSectionTest {
  private static final String POSTING =
      """
      {"id": "p-3", "companyId": "acme", "title": "Java", "domains": ["Back-end"],
       "skills": ["Java", "K8s"], "niceToHaveSkills": ["Kafka"], "experienceLevel": "MID"}
      """;
  private static final String CANDIDATE =
      """
      {"id": "c-17", "headline": "Engineer", "bio": "Quiet services.", "domains": ["backend"],
       "skills": ["java", "git"],
       "experiences": [{"title": "Java developer", "domain": "backend", "skills": ["Java", "Git"],
                        "from": "2019-04", "to": "2022-01"}],
       "projects": [{"title": "Ledger", "link": "https://example.org", "skills": []}],
       "technicalTests": [{"id": "t-1", "domain": "backend", "skill": "Java", "score": 81.5,
                           "comment": "Hesitant.", "companyId": "rival", "completedAt": "2026-03-01T10:00:00Z"}],
       "quizResults": [QUIZZES]}
      """;

  private static CriterionSection section(String criterion, Locale language, int... quizzes) {
    List<String> results =
        IntStream.range(0, quizzes.length).mapToObj(i -> quiz(i + 1, quizzes[i])).toList();
    return new ToldPair(POSTING, CANDIDATE.replace("QUIZZES", String.join(",", results)))
        .sections(language).stream()
            .filter(section -> section.id().equals(criterion))
            .findFirst()
            .orElseThrow();
  }

  // In the month of its number.
  private static String quiz(int number, int score) {
    return """
        {"id": "q-%d", "domain": "backend", "type": "QCM", "score": %d,
         "completedAt": "2026-0%d-01T10:00:00Z"}
        """
        .formatted(number, score, number);
  }

  @Test
  void skillsAreToldAsThePostingWritesThemWithTheirPlaces() {
    CriterionSection skills = section("skills", Locale.ENGLISH);

    assertThat(skills.summary()).isEqualTo("1 of 2 required skills");
    assertThat(skills.groups())
        .extracting(EvidenceGroup::title)
        .containsExactly("Required skills", "Nice-to-have skills", "Other skills used or assessed");
    assertThat(skills.groups().getFirst().lines())
        .containsExactly(
            new EvidenceLine(
                "Java",
                "assessed",
                "assessed",
                "",
                List.of(
                    "list of skills", "experience 1: Java developer", "technical test 1: Java")),
            new EvidenceLine("K8s", "missing", "missing", "", List.of()));
  }

  @Test
  void weightTimesScoreIsPointsToTheLastDigit() {
    CriterionSection skills = section("skills", Locale.FRENCH);

    assertThat(skills.weight() + " × " + skills.score() + " = " + skills.points())
        .isEqualTo("25\u00a0% × 43,25 = 10,8125");
    assertThat(skills.calculation().formula() + " = " + skills.calculation().value())
        .isEqualTo("2\u202f500 × 4\u202f325 = 10\u202f812\u202f500");
  }

  @Test
  void experienceIsToldInMonthsAndThePortfolioInPoints() {
    CriterionSection experience = section("experience", Locale.FRENCH);

    assertThat(experience.summary())
        .isEqualTo("33 mois travaillés dans les domaines de l’offre\u00a0; 36 demandés");
    assertThat(experience.groups())
        .flatExtracting(EvidenceGroup::lines)
        .extracting(EvidenceLine::subject, EvidenceLine::value)
        .contains(
            tuple("expérience 1\u00a0: Java developer", "33 mois"),
            tuple("titre du profil", "10,00 points"),
            tuple("projet 1\u00a0: Ledger", "5,00 points"));
  }

  @Test
  void whatCannotBeMeasuredIsNeutral() {
    assertThat(section("training", Locale.ENGLISH).isNeutral()).isTrue();
    assertThat(section("progression", Locale.ENGLISH).isNeutral()).isTrue();
    assertThat(section("recruiterFeedback", Locale.ENGLISH).isNeutral()).isFalse();
    assertThat(section("training", Locale.ENGLISH, 60).isNeutral()).isFalse();
    assertThat(section("progression", Locale.ENGLISH, 60, 60, 60).isNeutral()).isTrue();
    assertThat(section("progression", Locale.ENGLISH, 60, 60, 60, 60).isNeutral()).isFalse();
  }

  @Test
  void riseReadsFromTheFirstResultsToTheLast() {
    CriterionSection progression = section("progression", Locale.ENGLISH, 50, 60, 70, 80);

    assertThat(progression.groups())
        .extracting(EvidenceGroup::title)
        .containsExactly("First results of the series", "Last results of the series");
    assertThat(progression.groups().getFirst().lines())
        .extracting(EvidenceLine::subject)
        .containsExactly(
            "quiz 1: multiple choice, Back-end, 1 Jan 2026",
            "quiz 2: multiple choice, Back-end, 1 Feb 2026");
  }

  @Test
  void commentsAreNobodysBusiness() {
    assertThat(section("recruiterFeedback", Locale.ENGLISH).toString())
        .contains("technical test 1: Java", "81.50")
        .doesNotContain("Hesitant", "rival");
  }
}
