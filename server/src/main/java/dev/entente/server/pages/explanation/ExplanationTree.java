package dev.entente.server.pages.explanation;

import dev.entente.matching.arithmetic.Rounding;
import dev.entente.matching.criteria.Weights;
import dev.entente.matching.explanation.Explanation;
import dev.entente.server.pages.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A score as a tree that adds up, from the total down to what was counted.
///
/// @param score in points, rounded
/// @param total the same, exact
/// @param sum how the points of the sections make the total
/// @param sections one a criterion, in the order of the criteria
/// @param calculation of the total, in whole numbers
public record ExplanationTree(
    String score,
    String total,
    String sum,
    List<CriterionSection> sections,
    CalculationStep calculation) {
  public static ExplanationTree of(Explanation total, EvidenceWords words) {
    Wording wording = words.wording();
    List<CriterionSection> sections = new ArrayList<>();
    long before = 0;
    for (WeighedScore weighed : WeighedScore.listOf(total)) {
      var segment = Segment.of(sections.size() + 1, weighed, before);
      sections.add(CriterionSection.of(weighed, segment, words));
      before += weighed.product().value();
    }
    return new ExplanationTree(
        wording.points(Rounding.halfUp(total.value(), Weights.SUM)),
        CriterionSection.points(total.value(), wording),
        sections.stream().map(CriterionSection::points).collect(Collectors.joining(" + ")),
        sections,
        CalculationStep.of(total, words));
  }
}
