package dev.entente.server.pages.explanation;

import dev.entente.matching.criteria.Criteria;
import dev.entente.matching.criteria.CriterionId;
import dev.entente.server.matchings.ExplainedMatching;
import dev.entente.server.pages.wording.Wording;
import java.util.ArrayList;
import java.util.List;

/// What one criterion adds to a score: its part of a bar whose whole width is 100 points.
///
/// @param color the class of its colour, `c1` to `c8` in the order of the criteria
/// @param label the criterion in one word
/// @param points weight times score, in points with two decimals; in brackets if the score is
///   neutral
/// @param title the same in a sentence
/// @param from where the part begins, `0..10_000`
/// @param width of the part, likewise
public record PointsSegment(
    String color, String label, String points, String title, int from, int width) {
  // Hundredths of a per cent times hundredths of a point.
  private static final int UNITS_OF_HUNDREDTH = 10_000;

  /// The parts of a matching's score, in the order of the criteria; none where it cannot be
  /// explained.
  public static List<PointsSegment> listOf(ExplainedMatching matching, Wording wording) {
    List<PointsSegment> segments = new ArrayList<>();
    long before = 0;
    for (WeighedScore weighed :
        matching.explanation().map(WeighedScore::listOf).orElse(List.of())) {
      segments.add(of(weighed, before, wording));
      before += weighed.product().value();
    }
    return segments;
  }

  private static PointsSegment of(WeighedScore weighed, long before, Wording wording) {
    String criterion = weighed.criterion();
    long product = weighed.product().value();
    String points = wording.points(Math.round((double) product / UNITS_OF_HUNDREDTH));
    int from = Math.toIntExact(before / UNITS_OF_HUNDREDTH);
    return new PointsSegment(
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
        Math.toIntExact((before + product) / UNITS_OF_HUNDREDTH) - from);
  }

  /// The class of a criterion's colour.
  public static String color(String criterion) {
    return "c" + (Criteria.ids().indexOf(new CriterionId(criterion)) + 1);
  }
}
