package dev.entente.server.pages.candidates;

import dev.entente.matching.criteria.Criteria;
import dev.entente.matching.criteria.CriterionId;
import dev.entente.server.live.Shortfall;
import dev.entente.server.pages.explanation.CriterionSection;
import dev.entente.server.pages.wording.Wording;
import java.util.List;

/// What one criterion adds to a shortfall, for people.
///
/// @param number of the criterion in the order of all, from 1, for its colour
/// @param name in words; `label` in one
/// @param own the candidate's score, in points
/// @param last the score of whoever has the last place
/// @param points what the candidate has more, exact, with its sign
/// @param isBehind whether the candidate has less
/// @param isEven whether both have the same
record DifferenceLine(
    int number,
    String name,
    String label,
    String weight,
    String own,
    String last,
    String points,
    boolean isBehind,
    boolean isEven) {
  static List<DifferenceLine> listOf(Shortfall shortfall, Wording wording) {
    return shortfall.differences().stream().map(one -> of(one, wording)).toList();
  }

  private static DifferenceLine of(Shortfall.Difference difference, Wording wording) {
    String criterion = difference.criterion();
    return new DifferenceLine(
        Criteria.ids().indexOf(new CriterionId(criterion)) + 1,
        wording.text("criterion." + criterion),
        wording.text("criterion." + criterion + ".short"),
        wording.percent(difference.weight()),
        wording.points(difference.own()),
        wording.points(difference.last()),
        signed(-difference.points(), wording),
        difference.points() > 0,
        difference.points() == 0);
  }

  /// A weighted number in points, with its sign.
  static String signed(long points, Wording wording) {
    String sign = points > 0 ? "+" : points < 0 ? "−" : "";
    return sign + CriterionSection.points(Math.abs(points), wording);
  }

  /// The criterion with what it costs or gives.
  public String told() {
    return label + " " + points;
  }
}
