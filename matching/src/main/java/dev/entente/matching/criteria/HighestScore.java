package dev.entente.matching.criteria;

import dev.entente.matching.numbers.CandidateNumbers;
import dev.entente.matching.numbers.NumberReader;
import dev.entente.matching.numbers.Traits;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;

/// The standing on a criterion that depends on the candidate and the posting's domains alone: one
/// trait, the highest score.
///
/// @param scores reads a section and gives the highest score by declared domain
record HighestScore(Function<NumberReader, IntUnaryOperator> scores) implements Standing {
  static int of(Traits traits) {
    return traits.get(0);
  }

  @Override
  public int traits() {
    return 1;
  }

  @Override
  public void measure(CandidateNumbers candidate, NumberReader section, Domains domains) {
    IntUnaryOperator highest = scores.apply(section);
    for (int i = 0; i < candidate.domainCount(); i++) {
      domains.row(i).set(0, highest.applyAsInt(candidate.domain(i)));
    }
  }

  @Override
  public int highest(Traits traits) {
    return of(traits);
  }

  @Override
  public int most() {
    return Assessment.WHOLE;
  }
}
