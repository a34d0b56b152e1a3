package dev.entente.matching.index;

import dev.entente.matching.numbers.Overlap;
import dev.entente.matching.numbers.PostingNumbers;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// What the candidates of one block of a domain's ranks share with a posting. Moved from block to
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
  /// @param others domains of the posting beside these and the ranks' own
  BlockOverlaps(
      PostingNumbers posting, DomainRanks ranks, List<DomainRanks> seen, List<DomainRanks> others) {
    required = counter(posting.requiredSkills(), ranks::withSkill);
    shown = counter(posting.requiredSkills(), ranks::withSkillShown);
    assessed = counter(posting.requiredSkills(), ranks::withSkillAssessed);
    wished = counter(posting.wishedSkills(), ranks::withSkill);
    wishedShown = counter(posting.wishedSkills(), ranks::withSkillShown);
    this.others = new MatchCounter(others.stream().map(other -> ranks.withDomain(other.domain())));
    this.seen = seen.stream().map(other -> ranks.withDomain(other.domain())).toList();
  }

  private static MatchCounter counter(int[] skills, IntFunction<RankSet> with) {
    return new MatchCounter(IntStream.of(skills).mapToObj(with));
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
