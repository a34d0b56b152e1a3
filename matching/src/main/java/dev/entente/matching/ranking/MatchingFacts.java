package dev.entente.matching.ranking;

import dev.entente.matching.criteria.Assessment;
import dev.entente.matching.criteria.Criteria;
import dev.entente.matching.criteria.CriterionId;
import dev.entente.matching.criteria.Figure;
import dev.entente.matching.numbers.SharedTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// What words about a matching may rest on: none of it moves because others do. Copied.
///
/// @param shared skills and domains
/// @param figures what the criteria counted, in their order; no code twice
/// @param bands scores where they may be told, in the order of the criteria
public record MatchingFacts(SharedTerms shared, List<Figure> figures, List<Band> bands) {
  /// Where they were not asked for.
  public static final MatchingFacts NONE =
      new MatchingFacts(new SharedTerms(List.of(), List.of()), List.of(), List.of());

  public MatchingFacts {
    figures = List.copyOf(figures);
    bands = List.copyOf(bands);
  }

  /// A score told coarsely.
  ///
  /// @param from whole points, rounded down to a multiple of five
  public record Band(CriterionId criterion, int from) {}

  /// Gathers what criteria tell of a pair.
  ///
  /// @param assessments one a criterion, in the order of [Criteria#all]
  public static MatchingFacts of(SharedTerms shared, List<Assessment> assessments) {
    List<Figure> figures = new ArrayList<>();
    List<Band> bands = new ArrayList<>();
    for (int i = 0; i < assessments.size(); i++) {
      OptionalInt band = assessments.get(i).band();
      if (band.isPresent()) {
        bands.add(new Band(Criteria.ids().get(i), band.getAsInt()));
      }
      figures.addAll(assessments.get(i).figures());
    }
    return new MatchingFacts(shared, figures, bands);
  }
}
