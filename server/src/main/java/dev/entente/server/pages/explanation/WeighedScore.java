package dev.entente.server.pages.explanation;

import dev.entente.matching.explanation.Explanation;
import java.util.List;

/// One criterion's part of an explained total: its weight times its score.
///
/// @param criterion its id
/// @param weight hundredths of a per cent
/// @param score where the score comes from, hundredths of a point
/// @param product of both: hundredths of a per cent times hundredths of a point
public record WeighedScore(String criterion, long weight, Explanation score, Explanation product) {
  /// The parts of a total, in the order of the criteria.
  public static List<WeighedScore> listOf(Explanation total) {
    return parts(total).stream()
        .map(
            part ->
                new WeighedScore(
                    part.term(), parts(part).getFirst().value(), parts(part).getLast(), part))
        .toList();
  }

  private static List<Explanation> parts(Explanation explanation) {
    return switch (explanation) {
      case Explanation.Calculation calculation -> calculation.parts();
      case Explanation.Fact _ -> List.of();
    };
  }

  /// Tells whether the score stands in for what could not be measured.
  public boolean isNeutral() {
    return Terms.isNeutral(score);
  }
}
