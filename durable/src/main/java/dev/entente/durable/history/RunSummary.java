package dev.entente.durable.history;

import dev.entente.durable.store.RunStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A run in a list: all but what it was given and what it gave. Immutable.
///
/// @param id a ULID: newer runs have greater ones
/// @param functionId with the app's id before it
/// @param reason why it was skipped or cancelled
/// @param round how often it was found out what comes next
/// @param attempt which attempt of what the function does between its steps is next, from 0
/// @param startedAt empty while it is queued, and if it was skipped
/// @param endedAt empty while it is going on
/// @param schedule of a cron's run
/// @param origin what it comes from, if not from an event alone
public record RunSummary(
    String id,
    String functionId,
    RunStatus status,
    Optional<String> reason,
    String eventId,
    int round,
    int attempt,
    Instant queuedAt,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt,
    Optional<Schedule> schedule,
    Origin origin) {

  /// The instant of a cron that a run is for. Immutable.
  ///
  /// @param isLate whether nobody was there at that instant
  /// @param missed how many earlier instants nobody was there for
  public record Schedule(Instant scheduledFor, boolean isLate, int missed) {}

  /// The runs that a run comes from. Immutable.
  ///
  /// @param invokedBy the run that waits for it
  /// @param invokedStep the hash of that run's step
  /// @param rerunOf the run that it repeats
  /// @param rerunFrom the step that it began at; empty if at the start
  public record Origin(
      Optional<String> invokedBy,
      Optional<String> invokedStep,
      Optional<String> rerunOf,
      Optional<String> rerunFrom) {}

  /// How long it was queued; empty if it has not begun.
  public Optional<Duration> queueDelay() {
    return startedAt.map(start -> Duration.between(queuedAt, start));
  }

  /// How long it took from its beginning to its end, sleeps included; empty if it has not begun or
  /// not ended.
  public Optional<Duration> duration() {
    return startedAt.flatMap(start -> endedAt.map(end -> Duration.between(start, end)));
  }
}
