package dev.entente.matching.criteria;

import dev.entente.matching.numbers.CandidateNumbers;
import dev.entente.matching.numbers.NumberReader;
import dev.entente.matching.numbers.Traits;

/// How high a candidate can score on one criterion with any posting of a domain: kept as traits, a
/// few small numbers. Bound to a run; immutable, shared by threads.
///
/// A posting has that domain and perhaps others, in which the candidate may have evidence without
/// declaring them: a bound must hold for every such set.
public interface Standing {
  /// Of a criterion that depends on what posting and candidate share, and on nothing else.
  Standing NONE =
      new Standing() {
        @Override
        public int traits() {
          return 0;
        }

        @Override
        public void measure(CandidateNumbers candidate, NumberReader section, Domains domains) {}

        @Override
        public int highest(Traits traits) {
          return 0;
        }

        @Override
        public int most() {
          return 0;
        }
      };

  /// Where the traits of one candidate go: a row for each declared domain.
  interface Domains {
    /// The row of a declared domain.
    ///
    /// @param index of the domain in the candidate's
    Traits row(int index);
  }

  /// How many numbers are kept.
  int traits();

  /// Works out the traits of a candidate in each declared domain.
  ///
  /// @param section as the criterion wrote it
  void measure(CandidateNumbers candidate, NumberReader section, Domains domains);

  /// The highest score that follows from traits alone; [RecordedCriterion#ceiling] may add to it.
  int highest(Traits traits);

  /// The same for a posting that has no other domain.
  default int alone(Traits traits) {
    return highest(traits);
  }

  /// A small number that tells a posting how far its score stays below [#highest]; what it tells is
  /// [RecordedCriterion#deduction]. At most one criterion gives any.
  ///
  /// @return `0..127`; 0 if nothing is told
  default int mark(Traits traits) {
    return 0;
  }

  /// The same below [#alone], for a posting that has no other domain.
  default int markAlone(Traits traits) {
    return mark(traits);
  }

  /// The most that [#highest] gives for anybody.
  int most();
}
