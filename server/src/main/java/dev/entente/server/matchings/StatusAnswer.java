package dev.entente.server.matchings;

import dev.entente.documents.MatchingStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A move of a matching's status as callers see it.
///
/// @param by who decided; null where that was not said
/// @param reason why; null where that was not said
record StatusAnswer(
    MatchingStatus from,
    MatchingStatus to,
    @Nullable String by,
    @Nullable String reason,
    Instant at) {
  /// The moves of one matching, the latest first.
  record All(List<StatusAnswer> moves) {}

  static All all(List<StatusMove> moves) {
    return new All(
        moves.stream()
            .map(
                move ->
                    new StatusAnswer(move.from(), move.to(), move.by(), move.reason(), move.at()))
            .toList());
  }
}
