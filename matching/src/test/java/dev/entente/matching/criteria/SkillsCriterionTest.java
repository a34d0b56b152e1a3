package dev.entente.matching.criteria;

import static dev.entente.matching.testing.CandidateBuilder.aCandidate;
import static dev.entente.matching.testing.PostingBuilder.aPosting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.matching.explanation.Evidence;
import dev.entente.matching.profile.SkillEvidence;
import dev.entente.matching.testing.CandidateBuilder;
import dev.entente.matching.vocabulary.SkillId;
import java.util.List;
import org.junit.jupiter.api.Test;

class SkillsCriterionTest {
  private final CriterionContract skills = CriterionContract.of(new SkillsCriterion());

  @Test
  void evidenceDecidesWhatAMatchedSkillIsWorth() {
    assertThat(skills.score(aPosting(), aCandidate().declaring("java"))).isEqualTo(6_800);
    assertThat(skills.score(aPosting(), aCandidate().working("", "2020-01", "", "java")))
        .isEqualTo(7_650);
    assertThat(skills.score(aPosting(), aCandidate().tested("backend", "java", 5_000)))
        .isEqualTo(8_500);
  }

  @Test
  void missingSkillsLowerTheScoreInProportion() {
    var posting = aPosting().requiring("java", "sql", "kotlin");
    var candidate = aCandidate().declaring("java", "sql");

    assertThat(skills.score(posting, candidate)).isEqualTo(4_533);
    assertThat(skills.coverage(posting, candidate)).isEqualTo(6_667);
  }

  @Test
  void withoutWishesTwoBonusPointsArePaidForEachOtherShownSkillUpToTen() {
    assertThat(skills.score(aPosting(), showing("a"))).isEqualTo(6_800 + 150 * 2);
    assertThat(skills.score(aPosting(), showing("a", "b", "c", "d", "e"))).isEqualTo(8_300);
    assertThat(skills.score(aPosting(), showing("a", "b", "c", "d", "e", "f"))).isEqualTo(8_300);
  }

  @Test
  void wishesPaySixInProportionAndOtherShownSkillsUpToFour() {
    var posting = aPosting().wishing("w1", "w2", "w3", "w4");

    assertThat(skills.score(posting, aCandidate().declaring("java", "w1"))).isEqualTo(6_800 + 300);
    assertThat(skills.score(posting, aCandidate().declaring("java", "w1", "w2", "w3", "w4")))
        .isEqualTo(6_800 + 900);
    assertThat(skills.score(posting, showing("a", "b", "c", "d"))).isEqualTo(6_800 + 600);
    assertThat(skills.score(posting, showing("a", "b", "c", "d", "e"))).isEqualTo(6_800 + 600);
  }

  @Test
  void bonusIsPaidInProportionToCoverage() {
    var posting = aPosting().requiring("java", "sql");

    assertThat(skills.score(posting, showing("a"))).isEqualTo((6_800 + 150 * 2) / 2);
  }

  @Test
  void bonusGrowsWithEachMatchedSkill() {
    var posting = aPosting().requiring("java", "sql");

    assertThat(skills.score(posting, showing("a").declaring("sql"))).isEqualTo(7_100);
  }

  @Test
  void declaredSkillThatNobodyAskedForPaysNothing() {
    assertThat(skills.score(aPosting(), aCandidate().declaring("java", "cobol"))).isEqualTo(6_800);
  }

  @Test
  void wishThatIsAlsoRequiredIsOnlyRequired() {
    assertThat(skills.score(aPosting().wishing("java"), showing("a"))).isEqualTo(7_100);
  }

  @Test
  void explanationNamesPlacesAndMissingSkills() {
    var posting = aPosting().requiring("java", "sql");
    var candidate =
        aCandidate()
            .declaring("java")
            .working("", "2020-01", "", "java")
            .withProject("", "", "java")
            .tested("backend", "java", 4_999)
            .tested("backend", "java", 5_000);

    assertThat(
            CriterionContract.evidence(
                skills.prepare(posting).explain(candidate.facts()), "matchedSkills"))
        .containsExactly(
            new Evidence.Skill(
                new SkillId("java"),
                SkillEvidence.ASSESSED,
                List.of("/skills", "/experiences/0", "/projects/0", "/technicalTests/1")),
            new Evidence.MissingSkill(new SkillId("sql")));
  }

  private static CandidateBuilder showing(String... others) {
    return aCandidate().declaring("java").working("", "2020-01", "", others);
  }
}
