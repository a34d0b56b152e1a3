package dev.entente.durable.history;

import dev.entente.inngest.function.ErrorReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One try of a step, or of what the function does between its steps. Immutable.
///
/// @param stepHash of the step; empty between steps
/// @param number from 0
/// @param error with stack and causes
/// @param instance that made it
/// @param fence the version of the queue's item under which it was made
public record AttemptView(
    Optional<String> stepHash,
    int number,
    Outcome outcome,
    Optional<ErrorReport> error,
    String instance,
    long fence,
    Instant startedAt,
    Instant endedAt) {

  /// How an attempt ended.
  public enum Outcome {
    /// With a result.
    DONE,
    /// With an error, for good.
    FAILED,
    /// With an error; another attempt follows.
    RETRIED,
    /// Nobody knows: its instance died, or was too late.
    LOST
  }

  /// How long it took.
  public Duration duration() {
    return Duration.between(startedAt, endedAt);
  }
}
