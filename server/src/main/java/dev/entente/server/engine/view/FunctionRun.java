package dev.entente.server.engine.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A run of a function in a list. Immutable.
///
/// @param id the engine's; newer runs have greater ones
/// @param function its id, without the app's
/// @param status `QUEUED`, `RUNNING`, `COMPLETED`, `FAILED`, `CANCELLED` or `SKIPPED`
/// @param error the message of what it failed of, or why it was skipped or cancelled; null if there
///   is nothing to say
public record FunctionRun(
    String id, String function, String status, Times times, Cause cause, @Nullable String error) {
  /// When a run began and ended. Immutable.
  ///
  /// @param startedAt null while it is queued, and if it was skipped
  /// @param endedAt null while it goes on
  public record Times(Instant queuedAt, @Nullable Instant startedAt, @Nullable Instant endedAt) {}

  /// Why a run is there. Immutable.
  ///
  /// @param event the id of the event that started it
  /// @param eventName null if nobody knows any more
  /// @param invokedBy the engine's id of the run that has invoked it; null if none has
  /// @param rerunOf the engine's id of the run that it repeats; null if none
  public record Cause(
      String event,
      @Nullable String eventName,
      @Nullable String invokedBy,
      @Nullable String rerunOf) {}
}
