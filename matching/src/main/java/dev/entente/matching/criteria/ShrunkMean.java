package dev.entente.matching.criteria;

import static dev.entente.matching.explanation.Explanation.constant;
import static dev.entente.matching.explanation.Explanation.fact;
import static dev.entente.matching.explanation.Explanation.product;
import static dev.entente.matching.explanation.Explanation.quotient;

import dev.entente.matching.arithmetic.Rounding;
import dev.entente.matching.explanation.Evidence;
import dev.entente.matching.explanation.Explanation;
import java.util.List;

/// A mean of results that leans on a prior as if it were three more results: one lonely 100 puts
/// nobody first.
///
/// @param count of the results
/// @param sum of the results, hundredths of a point
/// @param prior what is expected without any result, `0..10_000`
record ShrunkMean(int count, long sum, int prior) {
  private static final int PSEUDO_RESULTS = 3;

  static ShrunkMean of(DomainSums.Sum results, int prior) {
    return new ShrunkMean(results.count(), results.sum(), prior);
  }

  /// The highest of all sets of domains that contain a given one.
  static ShrunkMean highest(DomainSums sums, int domain, int prior) {
    var always = new DomainSums.Sum(PSEUDO_RESULTS, (long) PSEUDO_RESULTS * prior);
    DomainSums.Sum best = sums.best(domain, always);
    return new ShrunkMean(best.count() - always.count(), best.sum() - always.sum(), prior);
  }

  int value() {
    return Rounding.halfUpToInt(sum + (long) PSEUDO_RESULTS * prior, count + PSEUDO_RESULTS);
  }

  /// How far the value rests on results and not on the prior, `0..10_000`.
  int confidence() {
    return Rounding.halfUpToInt((long) Assessment.WHOLE * count, count + PSEUDO_RESULTS);
  }

  /// The results alone, without the prior.
  List<Figure> figures(String countCode, String meanCode) {
    var counted = new Figure(countCode, count);
    return count == 0
        ? List.of(counted)
        : List.of(counted, new Figure(meanCode, Bands.of(sum / count)));
  }

  Explanation explain(String term, List<Evidence.Result> results) {
    return quotient(
        term,
        Explanation.sum(
            "resultsAndPrior",
            fact("results", sum, results),
            product(
                "pseudoResults",
                constant("pseudoResultCount", PSEUDO_RESULTS),
                constant("prior", prior))),
        Explanation.sum(
            "resultsAndPriorCount",
            constant("resultCount", count),
            constant("pseudoResultCount", PSEUDO_RESULTS)));
  }
}
