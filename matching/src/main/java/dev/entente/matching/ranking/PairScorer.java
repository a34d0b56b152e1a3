package dev.entente.matching.ranking;

import static dev.entente.matching.explanation.Explanation.constant;
import static dev.entente.matching.explanation.Explanation.product;
import static dev.entente.matching.explanation.Explanation.sum;

import dev.entente.matching.criteria.Assessment;
import dev.entente.matching.criteria.Criteria;
import dev.entente.matching.criteria.PreparedCriterion;
import dev.entente.matching.criteria.RunConditions;
import dev.entente.matching.criteria.Weights;
import dev.entente.matching.explanation.Explanation;
import dev.entente.matching.numbers.SharedTerms;
import dev.entente.matching.profile.CandidateFacts;
import dev.entente.matching.profile.JobPosting;
import dev.entente.matching.profile.JobPostingFacts;
import java.util.ArrayList;
import java.util.List;

/// Scores and explains candidates for one job posting: all criteria, weighted. Immutable, shared by
/// threads.
public final class PairScorer {
  private final List<PreparedCriterion> criteria;
  private final Weights weights;
  private final JobPosting posting;

  /// Prepares all criteria for a posting.
  public PairScorer(JobPostingFacts posting, Weights weights, RunConditions conditions) {
    criteria = Criteria.all().stream().map(c -> c.prepare(posting, conditions)).toList();
    this.weights = weights;
    this.posting = posting.posting();
  }

  /// Scores an eligible candidate.
  public Matching score(CandidateFacts candidate) {
    return matching(candidate, assess(candidate));
  }

  /// What each criterion counts, in the order of [Criteria#all].
  List<Assessment> assess(CandidateFacts candidate) {
    List<Assessment> assessments = new ArrayList<>(criteria.size());
    for (PreparedCriterion criterion : criteria) {
      assessments.add(criterion.assess(candidate));
    }
    return assessments;
  }

  /// The weighted sum of the scores, `0..100_000_000`.
  long total(List<Assessment> assessments) {
    return weights.total(assessments);
  }

  Matching matching(CandidateFacts candidate, List<Assessment> assessments) {
    return Matching.of(candidate.candidate().id(), assessments, weights);
  }

  /// What words about an eligible candidate may rest on.
  public MatchingFacts facts(CandidateFacts candidate) {
    return MatchingFacts.of(SharedTerms.of(posting, candidate), assess(candidate));
  }

  /// Tells where the total of an eligible candidate comes from.
  ///
  /// @return a sum of one product, weight times score, a criterion, each under the criterion's id
  public Explanation explain(CandidateFacts candidate) {
    List<Explanation> parts = new ArrayList<>();
    for (int i = 0; i < criteria.size(); i++) {
      parts.add(
          product(
              Criteria.ids().get(i).value(),
              constant("weight", weights.at(i)),
              criteria.get(i).explain(candidate)));
    }
    return sum("total", parts);
  }
}
