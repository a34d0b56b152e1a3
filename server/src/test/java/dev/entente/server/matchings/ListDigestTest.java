package dev.entente.server.matchings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.matching.criteria.CriterionId;
import dev.entente.matching.criteria.Figure;
import dev.entente.matching.numbers.SharedTerms;
import dev.entente.matching.profile.CandidateId;
import dev.entente.matching.profile.SkillEvidence;
import dev.entente.matching.ranking.Matching;
import dev.entente.matching.ranking.MatchingFacts;
import dev.entente.matching.vocabulary.DomainId;
import dev.entente.matching.vocabulary.SkillId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ListDigestTest {
  private static final long POSTING = 7;
  private static final MatchingFacts FACTS =
      facts(List.of(shown("java", SkillEvidence.USED)), List.of("backend"), 14, 80);
  private static final Matching FIRST = matching("c-1", 900, 5_000, 90, 70, FACTS);
  private static final Matching SECOND = matching("c-2", 800, 5_000, 80, 70, FACTS);

  @Test
  void theSameRowsHaveTheSameDigest() {
    Matching again =
        matching(
            "c-1",
            900,
            5_000,
            90,
            70,
            facts(List.of(shown("java", SkillEvidence.USED)), List.of("backend"), 14, 80));

    assertThat(digest(again, SECOND)).isEqualTo(digest(FIRST, SECOND));
  }

  @Test
  void whateverIsStoredOfARowMakesAnotherDigest() {
    List<Long> digests = new ArrayList<>();
    digests.add(digest(FIRST, SECOND));
    digests.add(digest(SECOND, FIRST));
    digests.add(digest(FIRST));
    digests.add(digest());
    digests.add(ListDigest.of(POSTING + 1, List.of(FIRST, SECOND)));

    digests.add(digest(matching("c-3", 900, 5_000, 90, 70, FACTS), SECOND));
    digests.add(digest(matching("c-1", 901, 5_000, 90, 70, FACTS), SECOND));
    digests.add(digest(matching("c-1", 900, 5_001, 90, 70, FACTS), SECOND));
    digests.add(digest(matching("c-1", 900, 5_000, 91, 70, FACTS), SECOND));
    digests.add(digest(matching("c-1", 900, 5_000, 90, 71, FACTS), SECOND));

    assertThat(digests).doesNotHaveDuplicates();
  }

  // Nobody may see from the numbers that another skill is shared now; the reason names it.
  @Test
  void whateverAReasonRestsOnMakesAnotherDigest() {
    SharedTerms.Skill java = shown("java", SkillEvidence.USED);
    List<Long> digests = new ArrayList<>();
    digests.add(digest(FIRST));

    digests.add(
        digest(facts(List.of(shown("java", SkillEvidence.ASSESSED)), List.of("backend"), 14, 80)));
    digests.add(
        digest(facts(List.of(shown("scala", SkillEvidence.USED)), List.of("backend"), 14, 80)));
    digests.add(
        digest(
            facts(
                List.of(java, shown("sql", SkillEvidence.DECLARED)), List.of("backend"), 14, 80)));
    digests.add(digest(facts(List.of(), List.of("backend"), 14, 80)));
    digests.add(digest(facts(List.of(java), List.of("data"), 14, 80)));
    digests.add(digest(facts(List.of(java), List.of(), 14, 80)));
    digests.add(digest(facts(List.of(java), List.of("backend"), 15, 80)));
    digests.add(digest(facts(List.of(java), List.of("backend"), 14, 85)));
    digests.add(digest(MatchingFacts.NONE));

    assertThat(digests).doesNotHaveDuplicates();
  }

  private static long digest(Matching... matchings) {
    return ListDigest.of(POSTING, List.of(matchings));
  }

  private static long digest(MatchingFacts facts) {
    return digest(matching("c-1", 900, 5_000, 90, 70, facts));
  }

  private static Matching matching(
      String id, long total, int confidence, int score, int coverage, MatchingFacts facts) {
    return new Matching(
        new CandidateId(id),
        total,
        confidence,
        List.of(score, 0),
        List.of(OptionalInt.of(coverage), OptionalInt.empty()),
        facts);
  }

  private static MatchingFacts facts(
      List<SharedTerms.Skill> skills, List<String> domains, int months, int band) {
    return new MatchingFacts(
        new SharedTerms(skills, domains.stream().map(DomainId::new).toList()),
        List.of(new Figure("months", months)),
        List.of(new MatchingFacts.Band(new CriterionId("skills"), band)));
  }

  private static SharedTerms.Skill shown(String skill, SkillEvidence evidence) {
    return new SharedTerms.Skill(new SkillId(skill), evidence);
  }
}
