package dev.entente.matching.index;

import static dev.entente.matching.profile.SkillEvidence.ASSESSED;
import static dev.entente.matching.profile.SkillEvidence.DECLARED;
import static dev.entente.matching.profile.SkillEvidence.USED;

import dev.entente.matching.numbers.Overlap;
import dev.entente.matching.numbers.PostingNumbers;
import dev.entente.matching.profile.SkillEvidence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What the candidates of one block of a page of ranks share with a posting. Moved from block to
/// block; not thread-safe.
final class BlockOverlaps {
  private final MatchCounter required;
  private final MatchCounter shown;
  private final MatchCounter assessed;
  private final MatchCounter wished;
  private final MatchCounter wishedShown;
  private final MatchCounter others;
  private final List<RankSet> seen;
  private final long[] seenWords = new long[MatchCounter.WORDS];

  /// @param seen domains whose candidates are passed over
  /// @param others domains of the posting beside these and the page's own
  BlockOverlaps(
      PostingNumbers posting, Page page, List<DomainRanks> seen, List<DomainRanks> others) {
    required = counter(page, posting.requiredSkills(), DECLARED, USED, ASSESSED);
    shown = counter(page, posting.requiredSkills(), USED, ASSESSED);
    assessed = counter(page, posting.requiredSkills(), ASSESSED);
    wished = counter(page, posting.wishedSkills(), DECLARED, USED, ASSESSED);
    wishedShown = counter(page, posting.wishedSkills(), USED, ASSESSED);
    List<RankSet> otherDomains = withDomains(page, others);
    this.others = new MatchCounter(otherDomains, otherDomains.size());
    this.seen = withDomains(page, seen);
  }

  private static MatchCounter counter(Page page, int[] skills, SkillEvidence... evidence) {
    List<RankSet> sets = new ArrayList<>();
    int most = 0;
    for (int skill : skills) {
      int before = sets.size();
      for (SkillEvidence one : evidence) {
        addUnlessEmpty(page.withSkill(skill, one), sets);
      }
      most += sets.size() > before ? 1 : 0;
    }
    return new MatchCounter(sets, most);
  }

  private static List<RankSet> withDomains(Page page, List<DomainRanks> domains) {
    List<RankSet> sets = new ArrayList<>();
    for (DomainRanks one : domains) {
      addUnlessEmpty(page.withDomain(one.domain()), sets);
    }
    return sets;
  }

  private static void addUnlessEmpty(RankSet set, List<RankSet> sets) {
    if (!set.isEmpty()) {
      sets.add(set);
    }
  }

  /// Most required skills that anybody shares.
  int mostRequired() {
    return required.most();
  }

  /// Most other domains that anybody shares.
  int mostOthers() {
    return others.most();
  }

  void count(int block) {
    required.count(block);
    shown.count(block);
    assessed.count(block);
    wished.count(block);
    wishedShown.count(block);
    others.count(block);
    Arrays.fill(seenWords, 0);
    for (RankSet one : seen) {
      one.setIn(seenWords, block);
    }
  }

  /// The ranks of a word that share just so many required skills and other domains.
  long exactly(int skills, int domains, int word) {
    return required.exactly(skills, word) & others.exactly(domains, word) & ~seenWords[word];
  }

  /// The ranks of a word that share at least so many required skills, and so many other domains.
  long atLeast(int skills, int domains, int word) {
    return required.atLeast(skills, word) & others.exactly(domains, word) & ~seenWords[word];
  }

  int required(int place) {
    return required.of(place);
  }

  int shown(int place) {
    return shown.of(place);
  }

  int domains(int place) {
    return others.of(place) + 1;
  }

  /// All that the candidate at a place of the block shares.
  ///
  /// @param shownSkills how many skills the candidate has that are used or assessed
  Overlap of(int place, int shownSkills) {
    int shownRequired = shown.of(place);
    return new Overlap(
        required.of(place),
        shownRequired,
        assessed.of(place),
        wished.of(place),
        shownSkills - shownRequired - wishedShown.of(place),
        domains(place));
  }
}
