package dev.entente.matching.criteria;

import dev.entente.matching.profile.JobPostingFacts;

/// One dimension of fit. Stateless; [Criteria] lists them all.
public interface Criterion {
  /// Its name in documents and explanations; never changes.
  CriterionId id();

  /// Works out what does not change from candidate to candidate.
  PreparedCriterion prepare(JobPostingFacts posting, RunConditions conditions);
}
