package dev.entente.matching.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.matching.explanation.Evidence;
import dev.entente.matching.explanation.Explanation;
import dev.entente.matching.profile.CandidateFacts;
import dev.entente.matching.profile.JobPostingFacts;
import dev.entente.matching.testing.CandidateBuilder;
import dev.entente.matching.testing.PostingBuilder;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

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

  /// The evidence of all facts of a term.
  static List<Evidence> evidence(Explanation explanation, String term) {
    return named(explanation, term)
        .filter(Explanation.Fact.class::isInstance)
        .flatMap(fact -> ((Explanation.Fact) fact).evidence().stream())
        .toList();
  }

  /// The value of a term.
  static long value(Explanation explanation, String term) {
    return named(explanation, term).findFirst().orElseThrow().value();
  }

  private static Stream<Explanation> named(Explanation explanation, String term) {
    Stream<Explanation> below =
        explanation instanceof Explanation.Calculation calculation
            ? calculation.parts().stream().flatMap(part -> named(part, term))
            : Stream.of();
    return explanation.term().equals(term) ? Stream.of(explanation) : below;
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
