package dev.entente.matching.ranking;

import dev.entente.matching.arithmetic.Rounding;
import dev.entente.matching.criteria.Assessment;
import dev.entente.matching.criteria.Criteria;
import dev.entente.matching.criteria.CriterionId;
import dev.entente.matching.criteria.Weights;
import dev.entente.matching.profile.CandidateId;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/// One candidate's place in the ranking of one job posting.
///
/// @param candidate who
/// @param total the weighted sum of the scores, `0..100_000_000`
/// @param confidence how much evidence stands behind it, `0..10_000`; orders nothing
/// @param scores one a criterion, in the order of [Criteria#all], `0..10_000` each; copied
/// @param coverages likewise, where the criterion measures one; copied
/// @param facts what words about it may rest on; [MatchingFacts#NONE] where they were not asked for
public record Matching(
    CandidateId candidate,
    long total,
    int confidence,
    List<Integer> scores,
    List<OptionalInt> coverages,
    MatchingFacts facts) {
  /// Best first; equal totals are ordered by candidate id, so a ranking always repeats.
  public static final Comparator<Matching> BEST_FIRST =
      Comparator.comparingLong(Matching::total)
          .reversed()
          .thenComparing(Matching::candidate); // CandidateId compares by code points

  public Matching {
    scores = List.copyOf(scores);
    coverages = List.copyOf(coverages);
  }

  /// Weighs what the criteria counted.
  ///
  /// @param assessments one a criterion, in the order of [Criteria#all]
  public static Matching of(CandidateId candidate, List<Assessment> assessments, Weights weights) {
    // Loops: matchings come by the million, and a stream costs more than all eight.
    Integer[] scores = new Integer[assessments.size()];
    OptionalInt[] coverages = new OptionalInt[assessments.size()];
    long confidence = 0;
    for (int i = 0; i < scores.length; i++) {
      Assessment assessment = assessments.get(i);
      confidence += (long) weights.at(i) * assessment.confidence();
      scores[i] = assessment.score();
      coverages[i] = assessment.coverage();
    }
    return new Matching(
        candidate,
        weights.total(assessments),
        Rounding.halfUpToInt(confidence, Weights.SUM),
        List.of(scores),
        List.of(coverages),
        MatchingFacts.NONE);
  }

  /// The same with what words about it may rest on.
  public Matching with(MatchingFacts itsFacts) {
    return new Matching(candidate, total, confidence, scores, coverages, itsFacts);
  }

  /// The total in hundredths of a point, `0..10_000`.
  public int matchScore() {
    return Rounding.halfUpToInt(total, Weights.SUM);
  }

  /// The share of what the posting asks for in one criterion that the candidate has, in hundredths
  /// of a per cent.
  ///
  /// @throws IllegalArgumentException if there is no such criterion or it measures no share
  public int coverage(CriterionId criterion) {
    int position = Criteria.ids().indexOf(criterion);
    if (position < 0 || coverages.get(position).isEmpty()) {
      throw new IllegalArgumentException("no coverage is measured by " + criterion.value());
    }
    return coverages.get(position).getAsInt();
  }
}
