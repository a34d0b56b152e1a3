package dev.entente.matching.index;

import dev.entente.matching.numbers.Overlap;
import dev.entente.matching.numbers.PostingNumbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What the candidates of one block of a page of ranks share with a posting. Moved from block to
/// block; not thread-safe.
final class BlockOverlaps {
  private final List<SkillRanks> requiredSkills;
  private final List<SkillRanks> wishedSkills;
  private final List<RankSet> otherDomains;
  private final List<RankSet> seenDomains;
  private final MatchCounter required;
  private final MatchCounter shown;
  private final MatchCounter assessed;
  private final MatchCounter wished;
  private final MatchCounter wishedShown;
  private final MatchCounter others;
  // The ranks that no earlier domain has shown and that share enough.
  private final long[] enough = new long[MatchCounter.WORDS];
  private final long[] set = new long[MatchCounter.WORDS];
  private int block;
  private boolean isDetailed;

  /// @param seen domains whose candidates are passed over
  /// @param others domains of the posting beside these and the page's own
  BlockOverlaps(
      PostingNumbers posting, Page page, List<DomainRanks> seen, List<DomainRanks> others) {
    requiredSkills = SkillRanks.of(page, posting.requiredSkills());
    wishedSkills = SkillRanks.of(page, posting.wishedSkills());
    otherDomains = withDomains(page, others);
    seenDomains = withDomains(page, seen);
    required = new MatchCounter(requiredSkills.size());
    shown = new MatchCounter(requiredSkills.size());
    assessed = new MatchCounter(requiredSkills.size());
    wished = new MatchCounter(wishedSkills.size());
    wishedShown = new MatchCounter(wishedSkills.size());
    this.others = new MatchCounter(otherDomains.size());
  }

  private static List<RankSet> withDomains(Page page, List<DomainRanks> domains) {
    List<RankSet> sets = new ArrayList<>(domains.size());
    for (DomainRanks one : domains) {
      RankSet set = page.withDomain(one.domain());
      if (set.length() > 0) {
        sets.add(set);
      }
    }
    return sets;
  }

  /// Most required skills that anybody of the page shares.
  int mostRequired() {
    return requiredSkills.size();
  }

  /// Most other domains that anybody of the page shares.
  int mostOthers() {
    return otherDomains.size();
  }

  /// Moves to a block and counts, unless nobody can share enough.
  ///
  /// @param leastRequired skills that are enough, from 1 to [#mostRequired]
  /// @param leastOthers domains that are enough
  /// @return whether somebody may
  boolean count(int aBlock, int leastRequired, int leastOthers) {
    block = aBlock;
    isDetailed = false;
    countDomains(leastOthers);
    // Whoever lacks at most so many skills has one of the rarest ones, just as many and one more.
    int rarest = requiredSkills.size() - leastRequired + 1;
    required.clear();
    for (int i = 0; i < requiredSkills.size(); i++) {
      Arrays.fill(set, 0);
      requiredSkills.get(i).setIn(set, block);
      required.add(set);
      if (i + 1 == rarest) {
        required.retainAtLeast(1, enough);
        if (isNobody()) {
          return false;
        }
      }
    }
    required.retainAtLeast(leastRequired, enough);
    return !isNobody();
  }

  private void countDomains(int leastOthers) {
    Arrays.fill(enough, 0);
    for (RankSet one : seenDomains) {
      one.setIn(enough, block);
    }
    for (int i = 0; i < enough.length; i++) {
      enough[i] = ~enough[i];
    }
    others.clear();
    for (RankSet one : otherDomains) {
      Arrays.fill(set, 0);
      one.setIn(set, block);
      others.add(set);
    }
    others.retainAtLeast(leastOthers, enough);
  }

  private boolean isNobody() {
    long any = 0;
    for (long word : enough) {
      any |= word;
    }
    return any == 0;
  }

  /// The ranks of a word that may share enough.
  long enough(int word) {
    return enough[word];
  }

  /// Those of [#enough] that share just so many required skills and other domains.
  long exactly(int skills, int domains, int word) {
    return required.exactly(skills, word) & others.exactly(domains, word) & enough[word];
  }

  /// Those of [#enough] that share at least so many required skills, and so many other domains.
  long atLeast(int skills, int domains, int word) {
    return required.atLeast(skills, word) & others.exactly(domains, word) & enough[word];
  }

  int required(int place) {
    return required.of(place);
  }

  int shown(int place) {
    countDetails();
    return shown.of(place);
  }

  int domains(int place) {
    return others.of(place) + 1;
  }

  /// All that the candidate at a place of the block shares.
  ///
  /// @param shownSkills how many skills the candidate has that are used or assessed
  Overlap of(int place, int shownSkills) {
    countDetails();
    int shownRequired = shown.of(place);
    return new Overlap(
        required.of(place),
        shownRequired,
        assessed.of(place),
        wished.of(place),
        shownSkills - shownRequired - wishedShown.of(place),
        domains(place));
  }

  // Most blocks have nobody who needs them.
  private void countDetails() {
    if (isDetailed) {
      return;
    }
    isDetailed = true;
    shown.clear();
    assessed.clear();
    for (SkillRanks skill : requiredSkills) {
      Arrays.fill(set, 0);
      skill.assessed().setIn(set, block);
      assessed.add(set);
      skill.used().setIn(set, block);
      shown.add(set);
    }
    wished.clear();
    wishedShown.clear();
    for (SkillRanks skill : wishedSkills) {
      Arrays.fill(set, 0);
      skill.setShownIn(set, block);
      wishedShown.add(set);
      skill.declared().setIn(set, block);
      wished.add(set);
    }
  }
}
