package dev.entente.matching.criteria;

import dev.entente.matching.numbers.NumberWriter;
import dev.entente.matching.numbers.PostingNumbers;
import dev.entente.matching.profile.CandidateFacts;
import dev.entente.matching.profile.JobPostingFacts;

/// One dimension of fit. Stateless; [Criteria] lists them all.
public interface Criterion {
  /// Its name in documents and explanations; never changes.
  CriterionId id();

  /// Works out what does not change from candidate to candidate.
  PreparedCriterion prepare(JobPostingFacts posting, RunConditions conditions);

  /// The same for records.
  RecordedCriterion prepare(PostingNumbers posting, RunConditions conditions);

  /// Writes the criterion's section of a record: what it needs to know beside the candidate's
  /// skills and declared domains, whatever the posting and the run.
  default void write(CandidateFacts candidate, NumberWriter section) {}

  /// What a run keeps of each candidate to bound the score.
  default Standing standing(RunConditions conditions) {
    return Standing.NONE;
  }
}
