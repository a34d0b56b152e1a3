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
  /// @param most the more is shared, the higher the ceiling
  int ceiling(Overlap most);

  /// How far scores stay below the sum of [Standing#highest] and ceiling, at least. Only asked of
  /// the criterion whose standing is [Standing.Marked].
  ///
  /// @param mark of the candidate, as [Standing.Marked#mark] gives it
  default int deduction(int mark) {
    return 0;
  }

  /// The highest score of a candidate with these traits.
  ///
  /// @param most the more is shared, the higher the bound
  default int bound(Traits traits, Overlap most) {
    return ceiling(most);
  }

  /// Whether the bound is the score itself where the overlap is what is shared, and not more.
  default boolean isBoundScore() {
    return false;
  }

  /// A criterion whose score the candidate and the posting's domains alone decide: whatever is
  /// shared, one of the traits is the bound.
  interface Static extends RecordedCriterion {
    /// Which trait is the bound; who bounds many candidates reads it instead of asking for
    /// [#bound].
    int boundTrait();

    @Override
    default int bound(Traits traits, Overlap most) {
      return traits.get(boundTrait());
    }

    @Override
    default int ceiling(Overlap most) {
      return 0;
    }
  }
}
