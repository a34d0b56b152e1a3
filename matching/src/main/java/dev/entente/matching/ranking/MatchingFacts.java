package dev.entente.matching.ranking;

import dev.entente.matching.criteria.Assessment;
import dev.entente.matching.criteria.Criteria;
import dev.entente.matching.criteria.CriterionId;
import dev.entente.matching.criteria.Figure;
import dev.entente.matching.numbers.SharedTerms;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What words about a matching may rest on: none of it moves because others do. Copied.
///
/// @param shared skills and domains
/// @param figures what the criteria counted, by code
/// @param bands scores in whole points, rounded down to a multiple of five, where they may be told
public record MatchingFacts(
    SharedTerms shared, Map<String, Integer> figures, Map<CriterionId, Integer> bands) {
  /// Where they were not asked for.
  public static final MatchingFacts NONE =
      new MatchingFacts(new SharedTerms(Map.of(), Set.of()), Map.of(), Map.of());

  public MatchingFacts {
    figures = Map.copyOf(figures);
    bands = Map.copyOf(bands);
  }

  /// Gathers what criteria tell of a pair.
  ///
  /// @param assessments one a criterion, in the order of [Criteria#all]
  public static MatchingFacts of(SharedTerms shared, List<Assessment> assessments) {
    Map<String, Integer> figures = new HashMap<>();
    Map<CriterionId, Integer> bands = new HashMap<>();
    for (int i = 0; i < assessments.size(); i++) {
      CriterionId criterion = Criteria.ids().get(i);
      assessments.get(i).band().ifPresent(band -> bands.put(criterion, band));
      for (Figure figure : assessments.get(i).figures()) {
        figures.put(figure.code(), figure.value());
      }
    }
    return new MatchingFacts(shared, figures, bands);
  }
}
