package dev.entente.matching.profile;

import dev.entente.matching.vocabulary.DomainId;
import java.time.Instant;
import java.util.Comparator;

/// One result of a training quiz.
///
/// @param id unique among the candidate's quiz results
/// @param domain the field it trains
/// @param type the kind of quiz; progress is measured within one kind
/// @param score in hundredths of a point, `0..10_000`
/// @param completedAt the instant it was finished
public record QuizResult(
    String id, DomainId domain, QuizType type, int score, Instant completedAt) {
  /// Earliest first; the same instant is ordered by id, so a series always repeats.
  static final Comparator<QuizResult> BY_COMPLETION =
      Comparator.comparing(QuizResult::completedAt).thenComparing(QuizResult::id);

  /// @throws IllegalArgumentException if the id's form or the score's range is broken
  public QuizResult {
    Ids.require("quiz result id", id);
    Scores.require("score", score);
  }
}
