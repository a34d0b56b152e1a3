package dev.entente.matching.criteria;

import java.util.List;
import java.util.OptionalInt;

/// The whole numbers that one criterion counted for one pair, and what follows from them.
public interface Assessment {
  /// All there is to know, or nothing left to chance: 100 % of a share or a confidence.
  int WHOLE = 10_000;

  /// Fit in hundredths of a point, `0..10_000`.
  int score();

  /// How much evidence stands behind the score, in hundredths of a per cent, `0..10_000`. Shown
  /// beside the score, never part of it.
  default int confidence() {
    return WHOLE;
  }

  /// The share of what the posting asks for that is met, in hundredths of a per cent, `0..10_000`;
  /// empty for a criterion that does not measure one.
  default OptionalInt coverage() {
    return OptionalInt.empty();
  }

  /// The score in whole points, rounded down to a multiple of five: what words that outlive small
  /// moves may say of it. Empty for a criterion whose score moves with the calibration.
  default OptionalInt band() {
    return OptionalInt.of(Bands.of(score()));
  }

  /// The counted numbers that such words may name.
  default List<Figure> figures() {
    return List.of();
  }
}
