package dev.entente.matching.criteria;

import static dev.entente.matching.explanation.Explanation.constant;
import static dev.entente.matching.explanation.Explanation.fact;
import static dev.entente.matching.explanation.Explanation.minimum;
import static dev.entente.matching.explanation.Explanation.product;
import static dev.entente.matching.explanation.Explanation.quotient;

import dev.entente.matching.arithmetic.Rounding;
import dev.entente.matching.explanation.Evidence;
import dev.entente.matching.explanation.Explanation;
import dev.entente.matching.profile.ExperienceLevel;
import java.util.List;
import java.util.Optional;

/// How many months of experience a posting asks for.
///
/// @param count at least 0
record AskedMonths(int count) {
  private static final int WITHOUT_LEVEL = 24;

  /// The fewest that any posting asks for, if it asks.
  static final AskedMonths FEWEST = new AskedMonths(months(ExperienceLevel.JUNIOR));

  /// The most that any posting asks for.
  static final AskedMonths MOST = new AskedMonths(months(ExperienceLevel.LEAD));

  static AskedMonths of(Optional<ExperienceLevel> level) {
    return new AskedMonths(level.map(AskedMonths::months).orElse(WITHOUT_LEVEL));
  }

  private static int months(ExperienceLevel level) {
    return switch (level) {
      case ENTRY -> 0;
      case JUNIOR -> 12;
      case MID -> 36;
      case SENIOR -> 60;
      case LEAD -> 96;
    };
  }

  /// The share of them that some months are, `0..10_000`: more than all are all, and the share of
  /// nothing is the whole.
  int match(int months) {
    return count == 0
        ? Assessment.WHOLE
        : Rounding.halfUpToInt((long) Assessment.WHOLE * Math.min(months, count), count);
  }

  /// Tells where [#match] comes from.
  ///
  /// @param experiences that the months were worked in
  Explanation explain(int months, List<Evidence.Place> experiences) {
    if (count == 0) {
      return constant("experienceMatch", Assessment.WHOLE);
    }
    Explanation asked = constant("askedMonths", count);
    return quotient(
        "experienceMatch",
        product(
            "countedShare",
            constant("whole", Assessment.WHOLE),
            minimum("countedMonths", fact("months", months, experiences), asked)),
        asked);
  }
}
