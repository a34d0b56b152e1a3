package dev.entente.server.matchings;

import dev.entente.documents.MatchingStatus;
import org.jspecify.annotations.Nullable;

/// What became of a move by somebody who had seen a status.
public sealed interface MoveOutcome {
  /// It was made, and is part of the history.
  record Made(StatusMove move) implements MoveOutcome {}

  /// There was nothing to change: the status is that already, and no reason was given.
  record Idle(MatchingStatus status) implements MoveOutcome {}

  /// Somebody else was quicker, so nothing was changed.
  ///
  /// @param status of now
  /// @param last what was decided last; null where nobody is known to have decided anything
  record Overtaken(MatchingStatus status, @Nullable StatusMove last) implements MoveOutcome {}
}
