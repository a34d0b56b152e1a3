package dev.entente.server.pages.runs.report;

import dev.entente.durable.history.StepStatus;
import dev.entente.server.engine.view.EngineStep;
import dev.entente.server.pages.wording.Wording;
import dev.entente.server.runs.ChunkLedger;
import dev.entente.server.runs.report.RunReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Makes the rows of a timeline.
final class StepRows {
  private static final String PART = "chunk-";
  private static final String WAIT = "wait";
  private static final String DONE = "done";
  private static final String FAILED = "failed";
  private static final String GOING = "going";

  private final Span span;
  private final Instant now;
  private final Wording wording;

  /// @param now until when what goes on is shown
  StepRows(Span span, Instant now, Wording wording) {
    this.span = span;
    this.now = now;
    this.wording = wording;
  }

  List<StepRow> of(List<EngineStep> steps, List<RunReport.Part> parts) {
    Map<String, RunReport.Part> byStep =
        parts.stream().collect(Collectors.toMap(part -> PART + part.number(), Function.identity()));
    return steps.stream().map(step -> row(step, byStep.get(step.id()))).toList();
  }

  private StepRow row(EngineStep step, RunReport.@Nullable Part part) {
    long failed = step.attempts().stream().filter(one -> one.error() != null).count();
    boolean isGoing = step.endedAt() == null && step.status() == StepStatus.RUNNING;
    Optional<Duration> length =
        Optional.ofNullable(step.startedAt())
            .map(start -> Duration.between(start, Objects.requireNonNullElse(step.endedAt(), now)));
    return new StepRow(
        step.id(),
        name(step.id()),
        step.status().name(),
        wording.text("step.status." + step.status()),
        part == null ? "" : lists(part),
        step.attempts().size() + (isGoing ? 1 : 0),
        failed,
        instance(step, part),
        Optional.ofNullable(step.startedAt()).map(wording::moment).orElse(null),
        length.map(Duration::toMillis).orElse(0L),
        length.map(wording::duration).orElse(""),
        bars(step));
  }

  private String name(String id) {
    return id.startsWith(PART)
        ? wording.text("page.step.part", id.substring(PART.length()))
        : wording.word("step", id);
  }

  private String lists(RunReport.Part part) {
    return wording.text("page.of", wording.whole(part.written()), wording.whole(part.postings()));
  }

  private static String instance(EngineStep step, RunReport.@Nullable Part part) {
    return step.attempts().isEmpty()
        ? Optional.ofNullable(part).map(RunReport.Part::instance).orElse("")
        : step.attempts().getLast().instance();
  }

  private List<StepBar> bars(EngineStep step) {
    List<StepBar> bars = new ArrayList<>();
    Instant known = step.plannedAt();
    for (EngineStep.Attempt attempt : step.attempts()) {
      addWait(bars, known, attempt.startedAt());
      String kind = attempt.error() == null ? DONE : FAILED;
      bars.add(StepBar.of(kind, attempt.startedAt(), attempt.endedAt(), span));
      known = attempt.endedAt();
    }
    if (step.endedAt() == null) {
      addOpen(bars, step, known);
    }
    return bars;
  }

  private void addWait(List<StepBar> bars, Instant from, Instant to) {
    if (to.isAfter(from)) {
      bars.add(StepBar.of(WAIT, from, to, span));
    }
  }

  // The engine tells an attempt when it has ended.
  private void addOpen(List<StepBar> bars, EngineStep step, Instant known) {
    boolean isGoing = step.status() == StepStatus.RUNNING || step.status() == StepStatus.INVOKING;
    Instant start = step.startedAt();
    Instant begin = start != null && start.isAfter(known) ? start : known;
    addWait(bars, known, begin);
    bars.add(StepBar.of(isGoing ? GOING : WAIT, begin, now, span));
  }

  /// The same from the parts alone.
  List<StepRow> of(List<RunReport.Part> parts) {
    return parts.stream().map(this::row).toList();
  }

  private StepRow row(RunReport.Part part) {
    Instant start = part.startedAt();
    Instant end = Objects.requireNonNullElse(part.finishedAt(), now);
    boolean isFailed = part.status() == ChunkLedger.Status.FAILED;
    String kind = isFailed ? FAILED : part.finishedAt() == null ? GOING : DONE;
    return new StepRow(
        PART + part.number(),
        name(PART + part.number()),
        part.status().name(),
        wording.text("part." + part.status()),
        lists(part),
        part.attempt(),
        isFailed ? 1 : 0,
        Objects.requireNonNullElse(part.instance(), ""),
        Optional.ofNullable(start).map(wording::moment).orElse(null),
        start == null ? 0 : Duration.between(start, end).toMillis(),
        start == null ? "" : wording.duration(Duration.between(start, end)),
        start == null ? List.of() : List.of(StepBar.of(kind, start, end, span)));
  }
}
