package dev.entente.matching.ranking;

import dev.entente.matching.criteria.Assessment;
import dev.entente.matching.criteria.RunConditions;
import dev.entente.matching.criteria.Weights;
import dev.entente.matching.eligibility.Eligibility;
import dev.entente.matching.eligibility.Eligibility.Eligible;
import dev.entente.matching.eligibility.Eligibility.Ineligible;
import dev.entente.matching.eligibility.Eligibility.Reason;
import dev.entente.matching.profile.CandidateFacts;
import dev.entente.matching.profile.JobPosting;
import dev.entente.matching.profile.JobPostingFacts;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Ranks the candidates of one job posting by looking at each: the rules, as plainly as they can be
/// said. Not thread-safe.
public final class PlainRanker {
  private final JobPosting posting;
  private final PairScorer scorer;
  private final TopMatchings top;
  private final Map<Reason, Integer> ineligible = new EnumMap<>(Reason.class);
  private int eligible;

  /// @param k most matchings to keep, at least 1
  /// @throws IllegalArgumentException if `k` is below 1
  public PlainRanker(JobPostingFacts posting, Weights weights, RunConditions conditions, int k) {
    this.posting = posting.posting();
    scorer = new PairScorer(posting, weights, conditions);
    top = new TopMatchings(k);
  }

  /// Takes a candidate into account; the order of candidates does not matter.
  public void offer(CandidateFacts candidate) {
    switch (Eligibility.of(posting, candidate)) {
      case Eligible() -> {
        eligible++;
        List<Assessment> assessments = scorer.assess(candidate);
        if (top.admits(scorer.total(assessments), candidate.candidate().id())) {
          top.offer(scorer.matching(candidate, assessments));
        }
      }
      case Ineligible(var reasons) ->
          reasons.forEach(reason -> ineligible.merge(reason, 1, Integer::sum));
    }
  }

  /// The ranking of the candidates offered until here: at most `k` matchings, best first, ties by
  /// candidate id; empty if nobody is eligible.
  public Ranking ranking() {
    return new Ranking(posting.id(), top.bestFirst(), eligible, ineligible);
  }
}
