package dev.entente.matching.criteria;

import dev.entente.matching.numbers.CandidateNumbers;
import dev.entente.matching.numbers.NumberReader;
import dev.entente.matching.numbers.PostingNumbers;
import dev.entente.matching.numbers.Traits;
import java.util.function.Function;

/// The standing on a criterion that depends on the candidate and the posting's domains alone: the
/// highest score of any set of domains, and the score of one domain alone.
///
/// @param scores reads a section
record HighestScore(Function<NumberReader, Scores> scores) implements Standing {
  /// The scores of a candidate.
  interface Scores {
    /// The highest score of all sets of domains that contain a given one.
    int highest(int domain);

    /// The score with a posting that has just this domain.
    int alone(int domain);
  }

  /// Which trait is the highest score with a posting.
  static int boundTrait(PostingNumbers posting) {
    return isScore(posting) ? 1 : 0;
  }

  /// Whether the bound is the score itself: with one domain there is no set to choose.
  static boolean isScore(PostingNumbers posting) {
    return posting.domainCount() == 1;
  }

  @Override
  public int traits() {
    return 2;
  }

  @Override
  public void measure(CandidateNumbers candidate, NumberReader section, Domains domains) {
    Scores all = scores.apply(section);
    for (int i = 0; i < candidate.domainCount(); i++) {
      Traits traits = domains.row(i);
      traits.set(0, all.highest(candidate.domain(i)));
      traits.set(1, all.alone(candidate.domain(i)));
    }
  }

  @Override
  public int highest(Traits traits) {
    return traits.get(0);
  }

  @Override
  public int alone(Traits traits) {
    return traits.get(1);
  }

  @Override
  public int most() {
    return Assessment.WHOLE;
  }
}
