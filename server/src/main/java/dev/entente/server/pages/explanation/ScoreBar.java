package dev.entente.server.pages.explanation;

import dev.entente.matching.explanation.Explanation;
import dev.entente.server.matchings.ExplainedMatching;
import dev.entente.server.pages.wording.Wording;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A criterion's score as a bar with its number.
///
/// @param label the criterion in one word
/// @param value the score in points, in brackets if it is neutral
/// @param title the same in a sentence
/// @param width of the bar, `0..10_000`
/// @param isNeutral whether the score stands in for what could not be measured
public record ScoreBar(String label, String value, String title, int width, boolean isNeutral) {
  /// The bars of a matching, in the order of the criteria.
  public static List<ScoreBar> listOf(ExplainedMatching matching, Wording wording) {
    Set<String> neutral = matching.explanation().map(ScoreBar::neutral).orElse(Set.of());
    return matching.answer().scores().entrySet().stream()
        .map(score -> of(score.getKey(), score.getValue(), neutral, wording))
        .toList();
  }

  private static Set<String> neutral(Explanation explanation) {
    return WeighedScore.listOf(explanation).stream()
        .filter(WeighedScore::isNeutral)
        .map(WeighedScore::criterion)
        .collect(Collectors.toSet());
  }

  private static ScoreBar of(String criterion, int score, Set<String> neutral, Wording wording) {
    boolean isNeutral = neutral.contains(criterion);
    String points = wording.points(score);
    return new ScoreBar(
        wording.text("criterion." + criterion + ".short"),
        isNeutral ? "(" + points + ")" : points,
        wording.text(
            isNeutral ? "page.bar.neutral" : "page.bar",
            wording.text("criterion." + criterion),
            points),
        score,
        isNeutral);
  }
}
