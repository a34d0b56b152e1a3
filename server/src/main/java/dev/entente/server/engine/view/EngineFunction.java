package dev.entente.server.engine.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A function, and how it does. Immutable; the list is copied.
///
/// @param id without the app's
/// @param name for people
/// @param triggers none if it is only invoked
/// @param nextAt when its cron starts it next; null without one, and while it is paused
/// @param paused whether nothing starts it, and its runs stand still
/// @param lastRun the newest; null if there was none
/// @param running how many runs have begun and not ended
/// @param queued how many have not begun
public record EngineFunction(
    String id,
    String name,
    List<Trigger> triggers,
    @Nullable Instant nextAt,
    boolean paused,
    @Nullable LastRun lastRun,
    long running,
    long queued) {
  public EngineFunction {
    triggers = List.copyOf(triggers);
  }

  /// What starts a function: an event or a cron. Immutable.
  ///
  /// @param event its name
  /// @param when which of these events, in CEL; null for all
  /// @param cron the zone, as `TZ=Europe/Paris `, unless it is UTC, then the five fields
  public record Trigger(@Nullable String event, @Nullable String when, @Nullable String cron) {}

  /// The newest run of a function. Immutable.
  ///
  /// @param id the engine's
  /// @param status `QUEUED`, `RUNNING`, `COMPLETED`, `FAILED`, `CANCELLED` or `SKIPPED`
  /// @param startedAt null while it is queued, and if it was skipped
  /// @param endedAt null while it goes on
  public record LastRun(
      String id, String status, @Nullable Instant startedAt, @Nullable Instant endedAt) {}
}
