package dev.entente.matching.criteria;

import dev.entente.matching.numbers.NumberReader;
import dev.entente.matching.numbers.Overlap;
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
  ///
  /// @param required most required skills that are shared; the more, the higher the ceiling
  /// @param domains most domains that are shared; likewise
  int ceiling(int required, int domains);

  /// The highest score of a candidate with these traits.
  ///
  /// @param required most required skills that are shared; the more, the higher the bound
  /// @param domains most domains that are shared; likewise
  default int bound(Traits traits, int required, int domains) {
    return ceiling(required, domains);
  }

  /// A criterion whose score depends on the candidate and the posting's domains alone; its standing
  /// is a [HighestScore].
  interface Static extends RecordedCriterion {
    @Override
    default int ceiling(int required, int domains) {
      return 0;
    }

    @Override
    default int bound(Traits traits, int required, int domains) {
      return HighestScore.of(traits);
    }
  }
}
