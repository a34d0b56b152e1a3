package dev.entente.durable.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A function that is or was registered, and how it does. Immutable; the list is copied.
///
/// @param id with the app's id before it
/// @param name for people
/// @param triggers none if it is only invoked
/// @param registeredAt for the first time
/// @param seenAt when an instance that calls it was last there, to 10 seconds
/// @param pausedAt empty while it is not paused
/// @param removedAt since when its app has it no more: nothing starts it; empty while it has
/// @param lastRun the newest
/// @param running how many runs have begun and not ended
/// @param queued how many runs have not begun
/// @param nextCronAt when its cron starts it next
public record FunctionSummary(
    String id,
    String appId,
    String name,
    List<Trigger> triggers,
    Instant registeredAt,
    Instant seenAt,
    Optional<Instant> pausedAt,
    Optional<Instant> removedAt,
    Optional<RunSummary> lastRun,
    long running,
    long queued,
    Optional<Instant> nextCronAt) {
  public FunctionSummary {
    triggers = List.copyOf(triggers);
  }

  /// What starts a function: an event or a cron. Immutable.
  ///
  /// @param event the name of the event
  /// @param expression which of these events, in CEL
  /// @param cron the zone, as `TZ=Europe/Paris `, unless it is UTC, then the five fields
  public record Trigger(
      Optional<String> event, Optional<String> expression, Optional<String> cron) {}
}
