package dev.entente.matching.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.matching.profile.CandidateFacts;
import dev.entente.matching.profile.JobPostingFacts;
import dev.entente.matching.testing.CandidateBuilder;
import dev.entente.matching.testing.PostingBuilder;
import java.time.Instant;

/// One criterion under test, as of 2026-11-23 and with neutral means unless a test says otherwise.
final class CriterionContract {
  static final Instant AS_OF = Instant.parse("2026-11-23T00:00:00Z");

  private final Criterion criterion;
  private final RunConditions conditions;

  private CriterionContract(Criterion criterion, RunConditions conditions) {
    this.criterion = criterion;
    this.conditions = conditions;
  }

  static CriterionContract of(Criterion criterion) {
    return with(criterion, new RunConditions(AS_OF, Calibration.NEUTRAL));
  }

  static CriterionContract with(Criterion criterion, RunConditions conditions) {
    return new CriterionContract(criterion, conditions);
  }

  /// The score, which the explanation must retell.
  int score(PostingBuilder posting, CandidateBuilder candidate) {
    int score = assess(posting, candidate).score();
    assertThat(prepare(posting).explain(candidate.facts()).value()).isEqualTo(score);
    return score;
  }

  int confidence(PostingBuilder posting, CandidateBuilder candidate) {
    return assess(posting, candidate).confidence();
  }

  int coverage(PostingBuilder posting, CandidateBuilder candidate) {
    return assess(posting, candidate).coverage().orElseThrow();
  }

  PreparedCriterion prepare(PostingBuilder posting) {
    JobPostingFacts facts = posting.facts();
    return criterion.prepare(facts, conditions);
  }

  private Assessment assess(PostingBuilder posting, CandidateBuilder candidate) {
    CandidateFacts facts = candidate.facts();
    return prepare(posting).assess(facts);
  }
}
