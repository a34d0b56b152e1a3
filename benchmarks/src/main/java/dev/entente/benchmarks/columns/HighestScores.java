package dev.entente.benchmarks.columns;

import dev.entente.matching.arithmetic.Rounding;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/// The most that a candidate can score, whatever domains a posting has.
///
/// The mean of several domains may beat each of them, since it leans less on the prior. But the
/// best mean is always that of the domains with the best means, so trying those is enough.
///
/// @param months worked, in all domains together
/// @param feedback score of recruiter feedback
/// @param training score of training
/// @param progression score of progression
/// @param badges score of badges, which is the same for all postings
public record HighestScores(int months, int feedback, int training, int progression, int badges) {
  private static final int PSEUDO_RESULTS = 3;
  private static final int NEUTRAL = 5_000;

  /// Works them out.
  public static HighestScores of(CandidateColumns candidate, Run run) {
    List<DomainEvidence> evidence = candidate.evidence();
    int quizzes = evidence.stream().mapToInt(DomainEvidence::quizzes).sum();
    int level =
        highestMean(
            evidence, DomainEvidence::quizSum, DomainEvidence::quizzes, run.trainingPrior());
    return new HighestScores(
        evidence.stream().mapToInt(DomainEvidence::months).sum(),
        highestMean(evidence, DomainEvidence::testSum, DomainEvidence::tests, run.feedbackPrior()),
        (8 * level + 2 * 500 * Math.min(quizzes, 20) + 5) / 10,
        progression(evidence),
        Rounding.halfUpToInt(10_000L * candidate.badgePoints(), candidate.badgePoints() + 4));
  }

  private static int highestMean(
      List<DomainEvidence> evidence,
      ToIntFunction<DomainEvidence> sum,
      ToIntFunction<DomainEvidence> count,
      int prior) {
    Comparator<DomainEvidence> byMean =
        Comparator.comparingDouble(one -> -(double) sum.applyAsInt(one) / count.applyAsInt(one));
    List<DomainEvidence> bestFirst =
        evidence.stream().filter(one -> count.applyAsInt(one) > 0).sorted(byMean).toList();
    int highest = prior;
    long total = (long) PSEUDO_RESULTS * prior;
    int results = PSEUDO_RESULTS;
    for (DomainEvidence one : bestFirst) {
      total += sum.applyAsInt(one);
      results += count.applyAsInt(one);
      highest = Math.max(highest, Rounding.halfUpToInt(total, results));
    }
    return highest;
  }

  private static int progression(List<DomainEvidence> evidence) {
    return evidence.stream()
        .filter(one -> one.series() > 0)
        .mapToInt(one -> Math.ceilDiv(one.seriesSum(), one.series()))
        .reduce(NEUTRAL, Math::max);
  }
}
