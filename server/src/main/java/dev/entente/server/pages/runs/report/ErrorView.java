package dev.entente.server.pages.runs.report;

import dev.entente.server.engine.view.EngineStep;
import dev.entente.server.pages.wording.Wording;
import dev.entente.server.pages.wording.Wording.Moment;
import dev.entente.server.runs.report.RunReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Something that went wrong in a run.
///
/// @param where the step and the attempt, in words
/// @param at when it ended; null where that is not known
/// @param instance of the attempt; empty where none is known
/// @param name of the error; empty where none is known
/// @param stack empty where none is known
record ErrorView(
    String where, @Nullable Moment at, String instance, String name, String message, String stack) {
  /// All errors that are known of a run: its own, then those of its steps in their order; where the
  /// steps are not known, those of its parts.
  static List<ErrorView> of(RunReport report, Wording wording) {
    List<ErrorView> errors = new ArrayList<>();
    EngineStep.StepError whole = report.engine().error();
    if (whole != null) {
      errors.add(of(wording.text("page.errors.run"), null, "", whole, wording));
    }
    List<EngineStep> steps = report.steps();
    if (steps == null) {
      report.parts().stream()
          .filter(part -> part.error() != null)
          .forEach(part -> errors.add(of(part, wording)));
    } else {
      steps.forEach(step -> addAll(errors, step, wording));
    }
    return errors;
  }

  private static void addAll(List<ErrorView> errors, EngineStep step, Wording wording) {
    for (EngineStep.Attempt attempt : step.attempts()) {
      EngineStep.StepError error = attempt.error();
      if (error != null) {
        String where = wording.text("page.errors.attempt", step.id(), attempt.number());
        errors.add(of(where, attempt.endedAt(), attempt.instance(), error, wording));
      }
    }
  }

  private static ErrorView of(
      String where,
      @Nullable Instant at,
      String instance,
      EngineStep.StepError error,
      Wording wording) {
    return new ErrorView(
        where,
        at == null ? null : wording.moment(at),
        instance,
        error.name(),
        error.message(),
        Objects.requireNonNullElse(error.stack(), ""));
  }

  private static ErrorView of(RunReport.Part part, Wording wording) {
    Instant at = part.finishedAt();
    return new ErrorView(
        wording.text("page.errors.attempt", "chunk-" + part.number(), part.attempt()),
        at == null ? null : wording.moment(at),
        Objects.requireNonNullElse(part.instance(), ""),
        "",
        Objects.requireNonNullElse(part.error(), ""),
        "");
  }
}
