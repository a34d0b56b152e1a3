package dev.entente.server.pages.operations;

import dev.entente.server.engine.view.FunctionRun;
import dev.entente.server.pages.wording.Wording;
import dev.entente.server.pages.wording.Wording.Moment;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// What pages show of a run of a function in a list.
///
/// @param function its id; `name` is for people
/// @param status for styles; `statusWord` is for people
/// @param at when it began, or was queued
/// @param took empty until it has ended
/// @param event the id of what started it
/// @param eventName as the event is called; its id if nobody knows any more
/// @param generation the id of the generation run that it does or is a part of; empty if none
/// @param error the first line of what it failed of; empty if it did not
record RunLine(
    String id,
    String function,
    String name,
    String status,
    String statusWord,
    Moment at,
    String took,
    String event,
    String eventName,
    String generation,
    String error) {
  /// @param generations the generation runs by the ids of the engine's runs
  static RunLine of(FunctionRun run, Map<String, UUID> generations, Wording wording) {
    FunctionRun.Times times = run.times();
    FunctionRun.Cause cause = run.cause();
    return new RunLine(
        run.id(),
        run.function(),
        FunctionNames.name(run.function(), run.function(), wording),
        run.status(),
        wording.text("ops.run." + run.status()),
        wording.moment(Objects.requireNonNullElse(times.startedAt(), times.queuedAt())),
        wording.duration(times.startedAt(), times.endedAt()),
        cause.event(),
        Objects.requireNonNullElse(cause.eventName(), cause.event()),
        generation(run, generations),
        Objects.requireNonNullElse(run.error(), "").lines().findFirst().orElse(""));
  }

  private static String generation(FunctionRun run, Map<String, UUID> generations) {
    UUID own = generations.get(run.id());
    UUID found = own == null ? generations.get(parent(run)) : own;
    return found == null ? "" : found.toString();
  }

  private static String parent(FunctionRun run) {
    return Objects.requireNonNullElse(run.cause().invokedBy(), "");
  }
}
