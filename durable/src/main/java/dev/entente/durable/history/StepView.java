package dev.entente.durable.history;

import dev.entente.durable.call.StepKind;
import dev.entente.inngest.function.ErrorReport;
import dev.entente.inngest.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A step of a run. Immutable.
///
/// @param hash the SHA-1 of its unique id, 40 digits of lower-case hex: the key of its attempts
/// @param id as the function's author wrote it; it may repeat
/// @param round in which it came up: steps of one round were planned together
/// @param attempt the next one while it has not ended, else the one that ended it, from 0
/// @param error of the last attempt, with stack and causes
/// @param awaited what it waits for; a step that only runs code waits for nothing
/// @param times when what happened to it
public record StepView(
    String hash,
    String id,
    StepKind kind,
    StepStatus status,
    int round,
    int attempt,
    Optional<Json> input,
    Optional<Json> output,
    Optional<ErrorReport> error,
    Awaited awaited,
    Times times) {

  /// What a step waits for, or has waited for. Immutable.
  ///
  /// @param until when a sleep is over, a wait given up, or the next attempt due
  /// @param eventName the name of the event
  /// @param condition which of the events of this name, in CEL
  /// @param runId the run that was invoked
  public record Awaited(
      Optional<Instant> until,
      Optional<String> eventName,
      Optional<String> condition,
      Optional<String> runId) {}

  /// When what happened to a step. Immutable.
  ///
  /// @param startedAt of the last attempt
  public record Times(Instant plannedAt, Optional<Instant> startedAt, Optional<Instant> endedAt) {}

  /// How long the last attempt took; empty if it has not ended, or there was none.
  public Optional<Duration> duration() {
    return times
        .startedAt()
        .flatMap(start -> times.endedAt().map(end -> Duration.between(start, end)));
  }
}
