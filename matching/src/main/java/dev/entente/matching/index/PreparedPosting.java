package dev.entente.matching.index;

import dev.entente.matching.criteria.Assessment;
import dev.entente.matching.criteria.Criteria;
import dev.entente.matching.criteria.RecordedCriterion;
import dev.entente.matching.criteria.RunConditions;
import dev.entente.matching.criteria.Shared;
import dev.entente.matching.criteria.Weights;
import dev.entente.matching.numbers.PostingNumbers;
import dev.entente.matching.numbers.Terms;
import dev.entente.matching.profile.JobPosting;
import dev.entente.matching.profile.JobPostingFacts;
import java.util.ArrayList;
import java.util.List;

/// A job posting made ready to be compared with records under the conditions of a run. Immutable,
/// shared by threads.
public final class PreparedPosting {
  private final PostingNumbers numbers;
  private final Weights weights;
  private final List<RecordedCriterion> criteria;

  /// Prepares all criteria for a posting.
  ///
  /// @param terms those of the records; one that has no number yet is in no record
  public PreparedPosting(
      JobPostingFacts posting, Weights weights, Terms terms, RunConditions conditions) {
    numbers = new PostingNumbers(posting, terms);
    this.weights = weights;
    criteria = Criteria.all().stream().map(one -> one.prepare(numbers, conditions)).toList();
  }

  /// The posting itself.
  public JobPosting posting() {
    return numbers.facts().posting();
  }

  PostingNumbers numbers() {
    return numbers;
  }

  Weights weights() {
    return weights;
  }

  /// The most that scores can add to [Standings#highest].
  long ceiling(Shared most) {
    long ceiling = 0;
    for (int i = 0; i < criteria.size(); i++) {
      ceiling += (long) weights.at(i) * criteria.get(i).ceiling(most);
    }
    return ceiling;
  }

  /// Bounds a candidate's total, criterion by criterion.
  ///
  /// @param most that is shared with the candidate
  /// @param bounds takes the weighted bound of each criterion
  /// @return their sum
  long bound(RowTraits row, Shared most, long[] bounds) {
    long sum = 0;
    for (int i = 0; i < bounds.length; i++) {
      bounds[i] = (long) weights.at(i) * criteria.get(i).bound(row.of(i), most);
      sum += bounds[i];
    }
    return sum;
  }

  /// Scores an eligible candidate, as long as the total may reach some total.
  ///
  /// @param bounds of each criterion, weighted
  /// @param sum of the bounds
  /// @return the total, or something below `least`
  long total(PairReader pair, long[] bounds, long sum, long least) {
    long total = sum;
    for (int i = 0; i < bounds.length && total >= least; i++) {
      int score = criteria.get(i).assess(pair.overlap(), pair.section()).score();
      total += (long) weights.at(i) * score - bounds[i];
    }
    return total;
  }

  /// The total of an eligible candidate.
  long total(PairReader pair) {
    return total(pair, new long[criteria.size()], 0, 0);
  }

  /// What each criterion counts of an eligible candidate, in the order of [Criteria#all].
  List<Assessment> assess(PairReader pair) {
    List<Assessment> assessments = new ArrayList<>(criteria.size());
    for (RecordedCriterion criterion : criteria) {
      assessments.add(criterion.assess(pair.overlap(), pair.section()));
    }
    return assessments;
  }
}
