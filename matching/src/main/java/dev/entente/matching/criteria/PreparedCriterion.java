package dev.entente.matching.criteria;

import dev.entente.matching.explanation.Explanation;
import dev.entente.matching.profile.CandidateFacts;

/// A criterion bound to one job posting and one run. Immutable, shared by threads.
public interface PreparedCriterion {
  /// Measures a candidate; the pair must be eligible.
  Assessment assess(CandidateFacts candidate);

  /// Tells where the score comes from; its value is the score of [#assess].
  Explanation explain(CandidateFacts candidate);
}
