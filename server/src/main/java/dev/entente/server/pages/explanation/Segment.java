package dev.entente.server.pages.explanation;

import dev.entente.matching.criteria.Criteria;
import dev.entente.matching.criteria.CriterionId;
import dev.entente.server.matchings.ExplainedMatching;
import dev.entente.server.pages.wording.Wording;
import java.util.ArrayList;
import java.util.List;

/// What one criterion adds to a score, and where that stands in a bar of all points, which is
/// 100,000 long: a point is 1,000. Segments of one bar lie end to end.
///
/// @param color the class of its colour, `c1` to `c8` in the order of the criteria
/// @param label the criterion in one word
/// @param points weight times score, in points with two decimals; in brackets if the score is
///   neutral
/// @param title the same in a sentence
/// @param from where it begins
/// @param width its points
/// @param most the points that a full score would give
public record Segment(
    String color, String label, String points, String title, long from, long width, long most) {
  private static final long UNITS = 1_000;
  private static final double UNITS_OF_HUNDREDTH = 10_000;
  private static final long FULL_SCORE = 10_000;

  /// Those of a matching's score, in the order of the criteria; none where it cannot be explained.
  public static List<Segment> listOf(ExplainedMatching matching, Wording wording) {
    return matching
        .explanation()
        .map(total -> listOf(WeighedScore.listOf(total), wording))
        .orElse(List.of());
  }

  static List<Segment> listOf(List<WeighedScore> scores, Wording wording) {
    List<Segment> segments = new ArrayList<>();
    long before = 0;
    for (WeighedScore weighed : scores) {
      segments.add(of(weighed, before, wording));
      before += weighed.product().value();
    }
    return segments;
  }

  /// @param before the products of all criteria before it
  private static Segment of(WeighedScore weighed, long before, Wording wording) {
    String criterion = weighed.criterion();
    long product = weighed.product().value();
    String points = wording.points(Math.round(product / UNITS_OF_HUNDREDTH));
    long from = before / UNITS;
    return new Segment(
        color(criterion),
        wording.text("criterion." + criterion + ".short"),
        weighed.isNeutral() ? "(" + points + ")" : points,
        wording.text(
            weighed.isNeutral() ? "page.points.neutral" : "page.points",
            wording.text("criterion." + criterion),
            points,
            wording.percent(weighed.weight()),
            wording.points(weighed.score().value())),
        from,
        (before + product) / UNITS - from,
        weighed.weight() * FULL_SCORE / UNITS);
  }

  /// The class of a criterion's colour.
  public static String color(String criterion) {
    return "c" + (Criteria.ids().indexOf(new CriterionId(criterion)) + 1);
  }
}
