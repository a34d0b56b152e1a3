package dev.entente.server.pages.operations;

import dev.entente.server.engine.view.EngineFunction;
import dev.entente.server.engine.view.EngineFunction.LastRun;
import dev.entente.server.pages.wording.Wording;
import dev.entente.server.pages.wording.Wording.Moment;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What pages show of a function.
///
/// @param starts what starts it; none if only other functions call it, so that it is not paused
/// @param next when its cron starts it; null without one, and while it is paused
/// @param going how many runs go on and wait, in a sentence; empty if none do
/// @param last null if there was none
record FunctionView(
    String id,
    String name,
    String about,
    List<StartWords> starts,
    @Nullable Moment next,
    boolean isPaused,
    String going,
    @Nullable Last last) {

  /// The newest run.
  ///
  /// @param status for styles; `statusWord` is for people
  /// @param at when it began; null if it has not
  /// @param took empty until it has ended
  record Last(String status, String statusWord, @Nullable Moment at, String took) {
    static Last of(LastRun run, Wording wording) {
      Instant start = run.startedAt();
      return new Last(
          run.status(),
          wording.text("ops.run." + run.status()),
          start == null ? null : wording.moment(start),
          wording.duration(start, run.endedAt()));
    }
  }

  static FunctionView of(EngineFunction function, Wording wording) {
    Instant next = function.nextAt();
    LastRun last = function.lastRun();
    boolean isIdle = function.running() + function.queued() == 0;
    return new FunctionView(
        function.id(),
        FunctionNames.name(function.id(), function.name(), wording),
        FunctionNames.about(function.id(), wording),
        function.triggers().stream().map(trigger -> StartWords.of(trigger, wording)).toList(),
        next == null ? null : wording.moment(next),
        function.paused(),
        isIdle ? "" : wording.text("ops.function.going", function.running(), function.queued()),
        last == null ? null : Last.of(last, wording));
  }
}
