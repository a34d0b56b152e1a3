package dev.entente.server.pages.runs.report;

import dev.entente.server.engine.view.EngineStep;
import dev.entente.server.pages.wording.Wording;
import dev.entente.server.pages.wording.Wording.Moment;
import dev.entente.server.runs.GenerationRun;
import dev.entente.server.runs.RunStatus;
import dev.entente.server.runs.report.RunReport;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What stands at the head of a run's page, beside what every list shows of it.
///
/// @param requested when it was asked for
/// @param ended null while it goes on
/// @param error why nothing could be ranked, or who has cancelled it; empty otherwise
/// @param isErrorOurs whether that is in the reader's language
/// @param canCancel whether it goes on
/// @param steps from which it can go on; none if it cannot
record HeadView(
    Moment requested,
    @Nullable Moment ended,
    String error,
    boolean isErrorOurs,
    boolean canCancel,
    List<StepName> steps) {
  private static final Pattern CANCELLED = Pattern.compile("cancelled by (\\S+)");
  private static final Pattern STEP = Pattern.compile("chunk-(\\d+)|close-run");

  /// A step by its id.
  record StepName(String id, String name) {}

  /// Shows the head.
  ///
  /// @param isRepeatable whether it may go on from a step
  static HeadView of(RunReport report, boolean isRepeatable, Wording wording) {
    GenerationRun run = report.run();
    Instant ended = run.finishedAt();
    Optional<String> who = cancelledBy(run);
    return new HeadView(
        wording.second(run.requestedAt()),
        ended == null ? null : wording.second(ended),
        who.map(name -> wording.text("page.run.cancelledBy", wording.word("caller", name)))
            .orElse(Objects.requireNonNullElse(run.error(), "")),
        who.isPresent(),
        !run.status().hasEnded(),
        isRepeatable ? steps(report, wording) : List.of());
  }

  private static Optional<String> cancelledBy(GenerationRun run) {
    return Optional.ofNullable(run.error())
        .filter(_ -> run.status() == RunStatus.CANCELLED)
        .map(CANCELLED::matcher)
        .filter(Matcher::matches)
        .map(found -> found.group(1));
  }

  private static List<StepName> steps(RunReport report, Wording wording) {
    return Objects.requireNonNullElse(report.steps(), List.<EngineStep>of()).stream()
        .map(step -> STEP.matcher(step.id()))
        .filter(Matcher::matches)
        .map(step -> new StepName(step.group(), name(step, wording)))
        .toList();
  }

  private static String name(Matcher step, Wording wording) {
    return step.group(1) == null
        ? wording.word("step", step.group())
        : wording.text("page.step.part", step.group(1));
  }
}
