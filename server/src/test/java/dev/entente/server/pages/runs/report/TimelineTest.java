package dev.entente.server.pages.runs.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.durable.history.StepStatus;
import dev.entente.server.engine.view.EngineStep;
import dev.entente.server.engine.view.EngineStep.Attempt;
import dev.entente.server.engine.view.EngineStep.StepError;
import dev.entente.server.pages.wording.TestWording;
import dev.entente.server.pages.wording.Wording;
import dev.entente.server.runs.GenerationRun;
import dev.entente.server.runs.RunKind;
import dev.entente.server.runs.RunStatus;
import dev.entente.server.runs.report.RunReport;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The steps of a run on one axis of time.
class TimelineTest {
  private static final Instant BEGIN = Instant.parse("2026-11-23T00:00:00Z");
  private static final Wording WORDING = TestWording.of(Locale.ENGLISH);
  private static final StepError ERROR = new StepError("Error", "no room", null);

  private static Instant at(double seconds) {
    return BEGIN.plusMillis(Math.round(1_000 * seconds));
  }

  private static EngineStep done(String id, double from, double to) {
    Attempt attempt = new Attempt(1, "17-ab", at(from), at(to), null);
    return new EngineStep(id, StepStatus.DONE, BEGIN, at(from), at(to), List.of(attempt));
  }

  private static EngineStep retried(String id, double first, double second, double end) {
    return new EngineStep(
        id,
        StepStatus.DONE,
        BEGIN,
        BEGIN,
        at(end),
        List.of(
            new Attempt(1, "17-ab", BEGIN, at(first), ERROR),
            new Attempt(2, "18-cd", at(second), at(end), null)));
  }

  private static RunReport report(@Nullable Instant end, List<EngineStep> steps) {
    var run =
        new GenerationRun(
            UUID.randomUUID(),
            RunKind.ALL,
            end == null ? RunStatus.RUNNING : RunStatus.COMPLETED,
            "API",
            BEGIN,
            BEGIN,
            end,
            BEGIN,
            null,
            Map.of(),
            "1",
            "x",
            new GenerationRun.Postings(0, 0, 0),
            new GenerationRun.Chunks(0, 0, 0),
            0,
            0,
            0,
            new GenerationRun.Phases(0, 0, 0),
            List.of(),
            null);
    var engine = new RunReport.Engine("embedded", "01J", null, null);
    return new RunReport(run, engine, steps, List.of(), List.of(), List.of());
  }

  @Test
  void attemptsStandSideBySideWithWhatWasWaitedBetween() {
    RunReport report = report(at(100), List.of(retried("chunk-0", 10, 60, 100)));

    Timeline timeline = Timeline.of(report, false, at(500), WORDING);

    StepRow row = timeline.rows().getFirst();
    assertThat(row.name()).isEqualTo("Part 0");
    assertThat(row.attempts()).isEqualTo(2);
    assertThat(row.failed()).isEqualTo(1);
    assertThat(row.instance()).isEqualTo("18-cd");
    assertThat(row.bars())
        .containsExactly(
            new StepBar("failed", "0.000%", "10.000%"),
            new StepBar("wait", "10.000%", "50.000%"),
            new StepBar("done", "60.000%", "40.000%"));
    assertThat(timeline.ticks()).extracting(Span.Tick::x).contains("0.000%", "30.000%", "90.000%");
  }

  @Test
  void stepThatGoesOnReachesToNow() {
    var step =
        new EngineStep("chunk-0", StepStatus.INVOKING, at(5), at(10), null, List.<Attempt>of());

    Timeline timeline =
        Timeline.of(report(null, List.of(done("open-run", 0, 5), step)), false, at(20), WORDING);

    assertThat(timeline.rows().getLast().bars())
        .containsExactly(
            new StepBar("wait", "25.000%", "25.000%"), new StepBar("going", "50.000%", "50.000%"));
    assertThat(timeline.rows().getLast().took().replace('\u00a0', ' ')).isEqualTo("10 s");
  }

  @Test
  void manyStepsAreFoldedToThoseThatFailedAndTheSlowest() {
    List<EngineStep> steps =
        Stream.of(
                Stream.of(done("open-run", 0, 1)),
                IntStream.range(0, 500)
                    .mapToObj(
                        i ->
                            i == 250
                                ? retried("chunk-250", 0.1, 0.2, 0.3)
                                : done("chunk-" + i, 1, 2 + i / 100.0)),
                Stream.of(done("close-run", 8, 9)))
            .flatMap(all -> all)
            .toList();

    Timeline folded = Timeline.of(report(at(9), steps), false, at(9), WORDING);
    Timeline whole = Timeline.of(report(at(9), steps), true, at(9), WORDING);

    assertThat(whole.rows()).hasSize(502);
    assertThat(whole.hidden()).isZero();
    assertThat(folded.rows()).hasSizeBetween(21, 25);
    assertThat(folded.rows().size() + folded.hidden()).isEqualTo(502);
    assertThat(folded.rows())
        .extracting(StepRow::id)
        .contains("chunk-250", "chunk-499", "chunk-485");
  }

  @Test
  void runWithoutStepsHasAnAxisAllTheSame() {
    Timeline timeline = Timeline.of(report(null, List.of()), false, BEGIN, WORDING);

    assertThat(timeline.rows()).isEmpty();
    assertThat(timeline.isOfSteps()).isTrue();
    assertThat(timeline.ticks()).isNotEmpty();
  }
}
