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
  private static final int ABSENT = -1;
  private static final List<SharedTerms.Skill> SKILLS = List.of(shown("java", SkillEvidence.USED));
  private static final List<String> DOMAINS = List.of("backend");
  private static final Figure MONTHS = new Figure("months", 14);
  private static final MatchingFacts.Band BAND = band("skills", 80);
  private static final MatchingFacts FACTS = facts(SKILLS, DOMAINS, MONTHS, BAND);
  private static final Row FIRST = new Row("c-1", 900, 5_000, List.of(90, 0), List.of(70, 60));
  private static final Matching SECOND =
      new Row("c-2", 800, 5_000, List.of(80, 0), List.of(70, 60)).with(FACTS);

  /// What is stored of a row.
  private record Row(
      String id, long total, int confidence, List<Integer> scores, List<Integer> coverages) {
    private Matching with(MatchingFacts facts) {
      return new Matching(
          new CandidateId(id),
          total,
          confidence,
          scores,
          coverages.stream()
              .map(one -> one == ABSENT ? OptionalInt.empty() : OptionalInt.of(one))
              .toList(),
          facts);
    }
  }

  @Test
  void theSameRowsHaveTheSameDigest() {
    Matching again =
        new Row("c-1", 900, 5_000, List.of(90, 0), List.of(70, 60))
            .with(facts(SKILLS, DOMAINS, new Figure("months", 14), band("skills", 80)));

    assertThat(digest(again, SECOND)).isEqualTo(digest(FIRST.with(FACTS), SECOND));
  }

  @Test
  void whateverIsStoredOfARowMakesAnotherDigest() {
    Matching first = FIRST.with(FACTS);
    List<Long> digests = new ArrayList<>();
    digests.add(digest(first, SECOND));
    digests.add(digest(SECOND, first));
    digests.add(digest(first));
    digests.add(digest());
    digests.add(ListDigest.of(POSTING + 1, List.of(first, SECOND)));

    digests.add(digest(new Row("c-3", 900, 5_000, List.of(90, 0), List.of(70, 60))));
    digests.add(digest(new Row("c-1", 901, 5_000, List.of(90, 0), List.of(70, 60))));
    digests.add(digest(new Row("c-1", 900, 5_001, List.of(90, 0), List.of(70, 60))));
    digests.add(digest(new Row("c-1", 900, 5_000, List.of(91, 0), List.of(70, 60))));
    digests.add(digest(new Row("c-1", 900, 5_000, List.of(90, 1), List.of(70, 60))));
    digests.add(digest(new Row("c-1", 900, 5_000, List.of(90, 0), List.of(71, 60))));
    digests.add(digest(new Row("c-1", 900, 5_000, List.of(90, 0), List.of(70, 0))));
    digests.add(digest(new Row("c-1", 900, 5_000, List.of(90, 0), List.of(70, ABSENT))));

    assertThat(digests).doesNotHaveDuplicates();
  }

  // Nobody may see from the numbers that another skill is shared now; the reason names it.
  @Test
  void whateverAReasonRestsOnMakesAnotherDigest() {
    SharedTerms.Skill sql = shown("sql", SkillEvidence.DECLARED);
    List<SharedTerms.Skill> assessed = List.of(shown("java", SkillEvidence.ASSESSED));
    List<SharedTerms.Skill> another = List.of(shown("scala", SkillEvidence.USED));
    List<Long> digests = new ArrayList<>();
    digests.add(digest(FACTS));

    digests.add(digest(facts(assessed, DOMAINS, MONTHS, BAND)));
    digests.add(digest(facts(another, DOMAINS, MONTHS, BAND)));
    digests.add(digest(facts(List.of(SKILLS.getFirst(), sql), DOMAINS, MONTHS, BAND)));
    digests.add(digest(facts(List.of(), DOMAINS, MONTHS, BAND)));
    digests.add(digest(facts(SKILLS, List.of("data"), MONTHS, BAND)));
    digests.add(digest(facts(SKILLS, List.of(), MONTHS, BAND)));
    digests.add(digest(facts(SKILLS, DOMAINS, new Figure("months", 15), BAND)));
    digests.add(digest(facts(SKILLS, DOMAINS, new Figure("askedMonths", 14), BAND)));
    digests.add(digest(facts(SKILLS, DOMAINS, MONTHS, band("skills", 85))));
    digests.add(digest(facts(SKILLS, DOMAINS, MONTHS, band("domains", 80))));
    digests.add(digest(MatchingFacts.NONE));

    assertThat(digests).doesNotHaveDuplicates();
  }

  private static long digest(Matching... matchings) {
    return ListDigest.of(POSTING, List.of(matchings));
  }

  private static long digest(MatchingFacts facts) {
    return digest(FIRST.with(facts));
  }

  private static long digest(Row first) {
    return digest(first.with(FACTS), SECOND);
  }

  private static MatchingFacts facts(
      List<SharedTerms.Skill> skills,
      List<String> domains,
      Figure figure,
      MatchingFacts.Band band) {
    return new MatchingFacts(
        new SharedTerms(skills, domains.stream().map(DomainId::new).toList()),
        List.of(figure),
        List.of(band));
  }

  private static MatchingFacts.Band band(String criterion, int from) {
    return new MatchingFacts.Band(new CriterionId(criterion), from);
  }

  private static SharedTerms.Skill shown(String skill, SkillEvidence evidence) {
    return new SharedTerms.Skill(new SkillId(skill), evidence);
  }
}
