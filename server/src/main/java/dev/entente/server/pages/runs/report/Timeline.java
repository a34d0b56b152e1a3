package dev.entente.server.pages.runs.report;

import dev.entente.server.engine.view.EngineStep;
import dev.entente.server.pages.wording.Wording;
import dev.entente.server.runs.GenerationRun;
import dev.entente.server.runs.report.RunReport;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The steps of a run on one axis of time.
///
/// @param rows those that are shown, in their order
/// @param hidden how many more there are
/// @param isOfSteps whether the engine has told the steps; else the parts alone are known
/// @param where the steps can be seen; empty if nowhere else
record Timeline(
    List<StepRow> rows, int hidden, List<Span.Tick> ticks, boolean isOfSteps, String where) {
  private static final int FEW = 25;
  private static final int SLOWEST = 20;
  private static final int FAILED = 30;

  /// Shows the steps of a run.
  ///
  /// @param isWhole whether all rows are shown, however many they are
  static Timeline of(RunReport report, boolean isWhole, Instant now, Wording wording) {
    List<EngineStep> steps = report.steps();
    Instant until = Objects.requireNonNullElse(report.run().finishedAt(), now);
    var rows = new StepRows(span(report, until), until, wording);
    List<StepRow> all = steps == null ? rows.of(report.parts()) : rows.of(steps, report.parts());
    List<StepRow> shown = isWhole || all.size() <= FEW ? all : noteworthy(all);
    return new Timeline(
        shown,
        all.size() - shown.size(),
        span(report, until).ticks(wording),
        steps != null,
        Objects.requireNonNullElse(report.engine().where(), ""));
  }

  private static Span span(RunReport report, Instant until) {
    List<EngineStep> steps = Objects.requireNonNullElse(report.steps(), List.of());
    GenerationRun run = report.run();
    Instant start =
        steps.stream()
            .map(EngineStep::plannedAt)
            .min(Comparator.naturalOrder())
            .orElse(Objects.requireNonNullElse(run.startedAt(), run.requestedAt()));
    Instant end =
        steps.stream()
            .flatMap(step -> Stream.ofNullable(step.endedAt()))
            .max(Comparator.naturalOrder())
            .filter(last -> last.isAfter(until))
            .orElse(until);
    return new Span(start, end);
  }

  // Those that are no parts, those that failed at least once, and the slowest.
  private static List<StepRow> noteworthy(List<StepRow> all) {
    Set<String> kept =
        Stream.of(
                all.stream().filter(row -> !row.isPart()),
                all.stream().filter(row -> row.failed() > 0).limit(FAILED),
                all.stream()
                    .sorted(Comparator.comparingLong(StepRow::millis).reversed())
                    .limit(SLOWEST))
            .flatMap(rows -> rows.map(StepRow::id))
            .collect(Collectors.toSet());
    return all.stream().filter(row -> kept.contains(row.id())).toList();
  }
}
