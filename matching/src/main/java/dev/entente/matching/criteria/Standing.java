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

  /// The most that [#highest] gives for anybody.
  int most();

  /// A standing that also tells a posting how far its score stays below, in a small number whose
  /// meaning is [RecordedCriterion#deduction]. There is room for one: of all criteria at most one
  /// has such a standing.
  interface Marked extends Standing {
    /// What tells how far a score stays below [#highest].
    ///
    /// @return `0..127`
    int mark(Traits traits);

    /// What tells how far a score stays below [#alone], for a posting that has no other domain.
    ///
    /// @return `0..127`
    int markAlone(Traits traits);
  }
}
