package dev.entente.server.pages.operations;

import dev.entente.server.engine.view.EngineStep;
import dev.entente.server.pages.wording.Wording;
import dev.entente.server.pages.wording.Wording.Moment;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a page shows of a step of a run.
///
/// @param status for styles; `statusWord` is for people
/// @param at null if it has not begun
/// @param took empty until it has ended
/// @param errors what its attempts failed of, oldest first
record StepLine(
    String id,
    String status,
    String statusWord,
    @Nullable Moment at,
    String took,
    int attempts,
    List<Failure> errors) {

  /// What an attempt, or a run, failed of.
  ///
  /// @param stack empty where none is known
  record Failure(String message, String stack) {
    static Failure of(EngineStep.StepError error) {
      return new Failure(
          error.name() + ": " + error.message(), Objects.requireNonNullElse(error.stack(), ""));
    }
  }

  static StepLine of(EngineStep step, Wording wording) {
    Instant start = step.startedAt();
    return new StepLine(
        step.id(),
        String.valueOf(step.status()),
        wording.text("ops.step." + step.status()),
        start == null ? null : wording.moment(start),
        wording.duration(start, step.endedAt()),
        step.attempts().size(),
        step.attempts().stream()
            .flatMap(attempt -> Stream.ofNullable(attempt.error()))
            .map(Failure::of)
            .toList());
  }
}
