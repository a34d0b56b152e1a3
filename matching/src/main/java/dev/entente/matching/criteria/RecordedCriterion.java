package dev.entente.matching.criteria;

import dev.entente.matching.numbers.NumberReader;
import dev.entente.matching.numbers.Overlap;
import dev.entente.matching.numbers.PostingNumbers;
import dev.entente.matching.numbers.Traits;

/// A criterion bound to one posting and one run that reads records: the same numbers as
/// [PreparedCriterion], and bounds of them. Immutable, shared by threads.
public interface RecordedCriterion {
  /// Measures a candidate; the pair must be eligible.
  ///
  /// @param overlap of the pair
  /// @param section as the criterion wrote it
  Assessment assess(Overlap overlap, NumberReader section);

  /// What a score can be above [Standing#highest].
  int ceiling(Shared most);

  /// The highest score of a candidate with these traits.
  default int bound(Traits traits, Shared most) {
    return ceiling(most);
  }

  /// A criterion whose score depends on the candidate and the posting's domains alone; its standing
  /// is a [HighestScore].
  interface Static extends RecordedCriterion {
    /// The posting that it is bound to.
    PostingNumbers posting();

    @Override
    default int ceiling(Shared most) {
      return 0;
    }

    @Override
    default int bound(Traits traits, Shared most) {
      return HighestScore.bound(posting(), traits);
    }
  }
}
