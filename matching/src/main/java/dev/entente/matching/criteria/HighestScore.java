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
  private static final int HIGHEST = 0;
  private static final int ALONE = 1;

  /// The scores of a candidate.
  interface Scores {
    /// The highest score of all sets of domains that contain a given one.
    int highest(int domain);

    /// The score with a posting that has just this domain.
    int alone(int domain);
  }

  /// The criterion, bound to a posting.
  interface Recorded extends RecordedCriterion.Static {
    /// The posting that it is bound to.
    PostingNumbers posting();

    @Override
    default int boundTrait() {
      return isBoundScore() ? ALONE : HIGHEST;
    }

    // With one domain there is no set to choose.
    @Override
    default boolean isBoundScore() {
      return posting().domainCount() == 1;
    }
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
      traits.set(HIGHEST, all.highest(candidate.domain(i)));
      traits.set(ALONE, all.alone(candidate.domain(i)));
    }
  }

  @Override
  public int highest(Traits traits) {
    return traits.get(HIGHEST);
  }

  @Override
  public int alone(Traits traits) {
    return traits.get(ALONE);
  }

  @Override
  public int most() {
    return Assessment.WHOLE;
  }
}
