package dev.entente.matching.criteria;

import static dev.entente.matching.explanation.Explanation.constant;
import static dev.entente.matching.explanation.Explanation.difference;
import static dev.entente.matching.explanation.Explanation.fact;
import static dev.entente.matching.explanation.Explanation.maximum;
import static dev.entente.matching.explanation.Explanation.minimum;
import static dev.entente.matching.explanation.Explanation.product;
import static dev.entente.matching.explanation.Explanation.quotient;
import static dev.entente.matching.explanation.Explanation.sum;

import dev.entente.matching.arithmetic.Rounding;
import dev.entente.matching.explanation.Evidence;
import dev.entente.matching.explanation.Explanation;
import dev.entente.matching.profile.QuizResult;
import java.util.List;

/// Results of one quiz type in one domain, in order of completion, and how much they rose.
///
/// @param results at least four
record QuizSeries(List<QuizResult> results) {
  /* The rise is the mean of the last results less the mean of the first ones, at a gentle slope
   * around the neutral 50.00. Whoever is at the top cannot rise any more: a floor lifts the score
   * with the last results from 80.00 on, four for one, never above the last results themselves, so
   * that it has no cliff. */
  private static final int SHORTEST = 4;
  private static final int MOST_COMPARED = 3;

  /// Neither risen nor fallen, or nothing to compare.
  static final int NEUTRAL = 5_000;

  private static final int HIGHEST = 10_000;
  private static final int TOP = 8_000;
  private static final int TOP_SLOPE = 4;

  static boolean isLong(List<QuizResult> results) {
    return results.size() >= SHORTEST;
  }

  int score() {
    int last = mean(last());
    int risen = Math.min(HIGHEST, NEUTRAL + last - mean(first()));
    return Math.max(risen, Math.min(last, NEUTRAL + TOP_SLOPE * Math.max(0, last - TOP)));
  }

  private List<QuizResult> first() {
    return results.subList(0, compared());
  }

  private List<QuizResult> last() {
    return results.subList(results.size() - compared(), results.size());
  }

  private int compared() {
    return Math.min(MOST_COMPARED, results.size() / 2);
  }

  private static int mean(List<QuizResult> some) {
    return Rounding.halfUpToInt(sumOf(some), some.size());
  }

  private static long sumOf(List<QuizResult> some) {
    return some.stream().mapToLong(QuizResult::score).sum();
  }

  /// @param all the candidate's quiz results as the document lists them
  Explanation explain(List<QuizResult> all) {
    Explanation last = mean("last", last(), all);
    Explanation rise =
        sum(
            "neutralAndRise",
            constant("neutral", NEUTRAL),
            difference("rise", last, mean("first", first(), all)));
    Explanation floor =
        sum(
            "neutralAndTop",
            constant("neutral", NEUTRAL),
            product(
                "topShare",
                constant("topSlope", TOP_SLOPE),
                maximum(
                    "aboveTop",
                    constant("least", 0),
                    difference("lastLessTop", last, constant("top", TOP)))));
    return maximum(
        "series",
        minimum("risen", constant("highest", HIGHEST), rise),
        minimum("floor", last, floor));
  }

  private static Explanation mean(String term, List<QuizResult> some, List<QuizResult> all) {
    List<Evidence.Result> evidence =
        some.stream()
            .map(
                result ->
                    new Evidence.Result(
                        Places.at("/quizResults", all.indexOf(result)),
                        result.id(),
                        result.score()))
            .toList();
    return quotient(
        term,
        fact(term + "Results", sumOf(some), evidence),
        constant("comparedCount", some.size()));
  }
}
