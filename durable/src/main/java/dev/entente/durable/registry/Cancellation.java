package dev.entente.durable.registry;

import dev.entente.durable.expression.Condition;
import dev.entente.inngest.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// An event that cancels runs, ready to be asked. Immutable.
///
/// @param event its name
/// @param heeded how long after a run was queued
public record Cancellation(String event, Optional<Condition> condition, Duration heeded) {
  /// Tells whether it cancels a run.
  ///
  /// @param queuedAt of the run
  /// @param start the event that has started it
  /// @param async the event that has come
  public boolean isFor(Instant queuedAt, Json start, Json async, Instant now) {
    return !now.isAfter(queuedAt.plus(heeded))
        && condition.map(wanted -> wanted.holds(start, async)).orElse(true);
  }
}
