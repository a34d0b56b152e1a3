package dev.entente.server.pages.explanation;

import dev.entente.matching.arithmetic.Rounding;
import dev.entente.matching.criteria.Weights;
import dev.entente.matching.explanation.Explanation;
import dev.entente.server.pages.wording.Wording;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
    List<WeighedScore> scores = WeighedScore.listOf(total);
    List<Segment> segments = Segment.listOf(scores, wording);
    List<CriterionSection> sections =
        IntStream.range(0, scores.size())
            .mapToObj(i -> CriterionSection.of(scores.get(i), segments.get(i), words))
            .toList();
    return new ExplanationTree(
        wording.points(Rounding.halfUp(total.value(), Weights.SUM)),
        CriterionSection.points(total.value(), wording),
        sections.stream().map(CriterionSection::points).collect(Collectors.joining(" + ")),
        sections,
        CalculationStep.of(total, words));
  }
}
