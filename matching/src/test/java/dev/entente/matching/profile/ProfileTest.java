package dev.entente.matching.profile;

import static dev.entente.matching.testing.CandidateBuilder.aCandidate;
import static dev.entente.matching.testing.PostingBuilder.aPosting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entente.matching.vocabulary.SkillId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProfileTest {
  @Test
  void evidenceIsTheBestThatShowsASkill() {
    var facts =
        aCandidate()
            .declaring("declared", "used", "assessed", "failed")
            .working("", "2020-01", "", "used", "assessed", "only used")
            .withProject("", "", "only shown")
            .tested("x", "assessed", 5_000)
            .tested("x", "failed", 4_999)
            .tested("x", "only assessed", 10_000)
            .tested("x", "only failed", 0)
            .facts();

    assertThat(facts.skills())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                new SkillId("declared"), SkillEvidence.DECLARED,
                new SkillId("failed"), SkillEvidence.DECLARED,
                new SkillId("used"), SkillEvidence.USED,
                new SkillId("only used"), SkillEvidence.USED,
                new SkillId("only shown"), SkillEvidence.USED,
                new SkillId("assessed"), SkillEvidence.ASSESSED,
                new SkillId("only assessed"), SkillEvidence.ASSESSED));
  }

  @Test
  void tokensComeFromEveryTextOfTheProfile() {
    var facts =
        aCandidate()
            .withHeadline("headline")
            .withBio("bio")
            .with(experience("position", "duties"))
            .with(new Project("project", "ledger", "https://example.org", java.util.Set.of()))
            .facts();

    assertThat(facts.tokens())
        .containsExactlyInAnyOrder("headline", "bio", "position", "duties", "project", "ledger");
  }

  @Test
  void postingTokensComeFromTitleAndDescription() {
    assertThat(aPosting().titled("red").described("green").facts().tokens())
        .containsExactlyInAnyOrder("red", "green");
  }

  @Test
  void idsHaveOneForm() {
    assertThat(new CandidateId("aZ0._:-").value()).isEqualTo("aZ0._:-");
    for (String wrong : new String[] {"", "a b", "é", "a/b", "x".repeat(129)}) {
      assertThatThrownBy(() -> new CandidateId(wrong)).hasMessageContaining("got: " + wrong);
      assertThatThrownBy(() -> new JobPostingId(wrong)).hasMessageContaining("got: " + wrong);
    }
  }

  @Test
  void activePostingNeedsASkillAndADomain() {
    assertThatThrownBy(() -> aPosting().withId("p-9").requiring().build())
        .hasMessageContaining("p-9");
    assertThat(aPosting().inactive().requiring().build().skills()).isEmpty();
  }

  @Test
  void textsOfAPostingAreBounded() {
    assertThatThrownBy(() -> aPosting().described("x".repeat(20_001)).build())
        .hasMessage("description must have at most 20000 code points, got: 20001");
    assertThat(aPosting().titled("😀".repeat(20_000)).build().title()).isNotEmpty();
  }

  @Test
  void valuesOutOfRangeAreRefused() {
    assertThatThrownBy(() -> aCandidate().tested("x", "", 10_001)).hasMessageContaining("10001");
    assertThatThrownBy(() -> aCandidate().quizzed("x", QuizType.QCM, -1))
        .hasMessageContaining("-1");
    assertThatThrownBy(() -> aCandidate().working("x", "2020-02", "2020-01"))
        .hasMessage("to must not be before 2020-02, got: 2020-01");
  }

  private static Experience experience(String title, String description) {
    return new Experience(
        java.util.Optional.empty(),
        java.util.Set.of(),
        java.time.YearMonth.of(2020, 1),
        java.util.Optional.empty(),
        title,
        description);
  }
}
