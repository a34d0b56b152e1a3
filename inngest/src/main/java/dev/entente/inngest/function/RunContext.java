package dev.entente.inngest.function;

import java.util.List;

/// The run that a call belongs to. Immutable; the list is copied.
///
/// @param runId a ULID, the same for all calls of a run
/// @param attempt from 0; counts tries of what is done now, and begins anew behind each step
/// @param maxAttempts how many tries there are in all, at least 1
/// @param events what started the run, at least one; several where they come in batches
public record RunContext(String runId, int attempt, int maxAttempts, List<Event> events) {
  public RunContext {
    events = List.copyOf(events);
    if (events.isEmpty()) {
      throw new IllegalArgumentException("a run has at least one event");
    }
    if (attempt < 0 || maxAttempts < 1) {
      throw new IllegalArgumentException(
          "attempt must be at least 0 and maxAttempts at least 1, got: %d and %d"
              .formatted(attempt, maxAttempts));
    }
  }

  /// The first event.
  public Event event() {
    return events.getFirst();
  }

  /// Tells whether nothing is tried again behind this attempt.
  public boolean isLastAttempt() {
    return attempt + 1 >= maxAttempts;
  }
}
