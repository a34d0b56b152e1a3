package dev.entente.matching.index;

import dev.entente.matching.numbers.Overlap;
import dev.entente.matching.numbers.PostingNumbers;
import java.util.Arrays;

/// What the candidates of one block of ranks share with a posting. Moved from block to block of all
/// pages; not thread-safe.
final class BlockOverlaps {
  private final MatchCounter required;
  private final MatchCounter shown;
  private final MatchCounter assessed;
  private final MatchCounter wished;
  private final MatchCounter wishedShown;
  private final MatchCounter others;
  // The ranks that no earlier domain has shown and that share enough.
  private final long[] enough = new long[MatchCounter.WORDS];
  private final long[] set = new long[MatchCounter.WORDS];
  private PostingSets sets = PostingSets.NONE;
  private int block;
  private boolean isDetailed;

  BlockOverlaps(PostingNumbers posting) {
    int mostRequired = posting.requiredSkills().length;
    int mostWished = posting.wishedSkills().length;
    required = new MatchCounter(mostRequired);
    shown = new MatchCounter(mostRequired);
    assessed = new MatchCounter(mostRequired);
    wished = new MatchCounter(mostWished);
    wishedShown = new MatchCounter(mostWished);
    others = new MatchCounter(posting.domains().length);
  }

  /// Moves to a block and counts, unless nobody can share enough.
  ///
  /// @param page that the block is in
  /// @param leastRequired skills that are enough, from 1 to [PostingSets#mostRequired]
  /// @param leastOthers domains that are enough
  /// @return whether somebody may
  boolean count(PostingSets page, int aBlock, int leastRequired, int leastOthers) {
    sets = page;
    block = aBlock;
    isDetailed = false;
    countDomains(leastOthers);
    // Whoever lacks at most so many skills has one of the rarest ones, just as many and one more.
    int rarest = sets.requiredSkills().size() - leastRequired + 1;
    required.clear();
    for (int i = 0; i < sets.requiredSkills().size(); i++) {
      Arrays.fill(set, 0);
      sets.requiredSkills().get(i).setIn(set, block);
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
    for (RankSet one : sets.seenDomains()) {
      one.setIn(enough, block);
    }
    for (int i = 0; i < enough.length; i++) {
      enough[i] = ~enough[i];
    }
    others.clear();
    for (RankSet one : sets.otherDomains()) {
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
    for (SkillRanks skill : sets.requiredSkills()) {
      Arrays.fill(set, 0);
      skill.assessed().setIn(set, block);
      assessed.add(set);
      skill.used().setIn(set, block);
      shown.add(set);
    }
    wished.clear();
    wishedShown.clear();
    for (SkillRanks skill : sets.wishedSkills()) {
      Arrays.fill(set, 0);
      skill.setShownIn(set, block);
      wishedShown.add(set);
      skill.declared().setIn(set, block);
      wished.add(set);
    }
  }
}
