package dev.entente.durable.history.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.durable.EngineDatabase;
import dev.entente.durable.history.AttemptView;
import dev.entente.durable.history.RunDetail;
import dev.entente.durable.history.RunSummary;
import dev.entente.durable.history.StepStatus;
import dev.entente.durable.history.StepView;
import dev.entente.durable.store.RunStatus;
import dev.entente.inngest.json.Json;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RunDetailDatabaseTest {
  private final EngineDatabase database = EngineDatabase.open();
  private final RunHistory history = new RunHistory(database.database());
  private final Rows rows = new Rows(database.database());
  private final String event = rows.event("shop/placed", Rows.START);

  @AfterAll
  void close() {
    database.close();
  }

  private String running() {
    return rows.run("shop-a", event, RunStatus.RUNNING, Rows.START);
  }

  private RunDetail detail(String run) {
    return history.find(run).orElseThrow();
  }

  private StepView onlyStep(String run) {
    return detail(run).steps().getFirst();
  }

  @Test
  void runIsFoundWithItsEventAndOutput() {
    String run = running();
    rows.complete(run, Rows.START.plusSeconds(61));

    RunDetail detail = detail(run);

    assertThat(detail.event().orElseThrow().data()).isEqualTo(Json.of(Map.of("number", 7)));
    assertThat(detail.event().orElseThrow().event().runIds()).contains(run);
    assertThat(detail.output()).contains(Json.of(Map.of("n", 1)));
    assertThat(detail.run().queueDelay()).contains(Duration.ofSeconds(1));
    assertThat(detail.run().duration()).contains(Duration.ofSeconds(60));
  }

  @Test
  void queuedRunHasNoDelayAndNoDuration() {
    RunSummary run = detail(rows.run("shop-a", event, RunStatus.QUEUED, Rows.START)).run();

    assertThat(run.queueDelay()).isEmpty();
    assertThat(run.duration()).isEmpty();
  }

  @Test
  void runWithoutItsEventIsFoundAsWell() {
    String run = rows.run("shop-a", "gone", RunStatus.RUNNING, Rows.START);

    assertThat(detail(run).event()).isEmpty();
  }

  @Test
  void failureIsToldWithItsCauses() {
    String run = rows.run("shop-a", event, RunStatus.FAILED, Rows.START);
    rows.sql(
        "UPDATE durable.run SET error = ?::json WHERE id = ?",
        """
        {"name":"Error","message":"top","stack":"at top","cause":{"name":"Io","message":"disk"}}
        """,
        run);

    var error = detail(run).error().orElseThrow();

    assertThat(error.stack()).contains("at top");
    assertThat(error.cause().orElseThrow().message()).isEqualTo("disk");
  }

  @Test
  void runOfACronTellsItsInstant() {
    String run = running();
    rows.sql(
        "UPDATE durable.run SET scheduled_for = ?, is_late = true, missed = 3 WHERE id = ?",
        Rows.START,
        run);

    assertThat(detail(run).run().schedule()).contains(new RunSummary.Schedule(Rows.START, true, 3));
  }

  @Test
  void stepsAreInTheOrderOfTheirEndsAndThoseGoingOnLast() {
    String run = running();
    for (String hash : new String[] {"a", "b", "c", "d"}) {
      rows.step(run, hash, "RUN", 0);
    }
    rows.endStep(run, "c", "DONE");
    rows.endStep(run, "b", "FAILED");

    assertThat(detail(run).steps()).extracting(StepView::hash).containsExactly("c", "b", "a", "d");
    assertThat(detail(run).steps())
        .extracting(StepView::status)
        .containsExactly(StepStatus.DONE, StepStatus.FAILED, StepStatus.QUEUED, StepStatus.QUEUED);
    assertThat(onlyStep(run).duration()).contains(Duration.ofSeconds(2));
  }

  @Test
  void stepWhoseItemIsPickedIsRunning() {
    String run = running();
    rows.step(run, "a", "RUN", 0);
    rows.item("step", run + ".0.a", Rows.START, "instance-1");

    assertThat(onlyStep(run).status()).isEqualTo(StepStatus.RUNNING);
    assertThat(onlyStep(run).awaited().until()).isEmpty();
  }

  @Test
  void retryTellsItsNumberItsTimeAndTheLastError() {
    String run = running();
    rows.step(run, "a", "RUN", 2);
    rows.sql("UPDATE durable.step SET error = '{\"message\":\"no route\"}' WHERE run_id = ?", run);
    rows.item("step", run + ".0.a", Rows.START.plusSeconds(30), null);

    StepView step = onlyStep(run);

    assertThat(step.status()).isEqualTo(StepStatus.RETRYING);
    assertThat(step.attempt()).isEqualTo(2);
    assertThat(step.awaited().until()).contains(Rows.START.plusSeconds(30));
    assertThat(step.error().orElseThrow().message()).isEqualTo("no route");
  }

  @Test
  void whatWaitsTellsForWhat() {
    String run = running();
    rows.step(run, "a", "SLEEP", 0);
    rows.step(run, "b", "EVENT_WAIT", 0);
    rows.step(run, "c", "INVOCATION", 0);
    rows.sql(
        """
        UPDATE durable.step SET due_at = ?, event_name = CASE hash WHEN 'b' THEN 'order/ok' END,
          invoked_run = CASE hash WHEN 'c' THEN 'R2' END WHERE run_id = ?
        """,
        Rows.START.plusSeconds(5),
        run);

    assertThat(detail(run).steps())
        .extracting(StepView::status)
        .containsExactly(StepStatus.SLEEPING, StepStatus.WAITING, StepStatus.INVOKING);
    assertThat(detail(run).steps())
        .extracting(step -> step.awaited().until())
        .containsOnly(Optional.of(Rows.START.plusSeconds(5)));
    assertThat(detail(run).steps().get(1).awaited().eventName()).contains("order/ok");
    assertThat(detail(run).steps().get(2).awaited().runId()).contains("R2");
  }

  @Test
  void stepThatItsRunLeftBehindIsCancelled() {
    String run = rows.run("shop-a", event, RunStatus.CANCELLED, Rows.START);
    rows.step(run, "a", "SLEEP", 0);

    assertThat(onlyStep(run).status()).isEqualTo(StepStatus.CANCELLED);
  }

  @Test
  void attemptsTellWhoMadeThem() {
    String run = running();
    rows.attempt(run, "", "DONE", Rows.START, Duration.ofMillis(20));
    rows.attempt(run, "a", "RETRIED", Rows.START, Duration.ofMillis(30));

    RunDetail detail = detail(run);

    assertThat(detail.attempts())
        .extracting(AttemptView::duration)
        .containsExactly(Duration.ofMillis(20), Duration.ofMillis(30));
    assertThat(detail.attempts().getFirst().stepHash()).isEmpty();
    AttemptView retried = detail.attemptsOf("a").getFirst();
    assertThat(retried.outcome()).isEqualTo(AttemptView.Outcome.RETRIED);
    assertThat(retried.error().orElseThrow().stack()).contains("E: m");
    assertThat(retried.instance()).isEqualTo("instance-1");
    assertThat(detail.attemptsOf("b")).isEmpty();
  }

  @Test
  void ofManyAttemptsTheNewestAreTold() {
    String run = running();
    rows.sql(
        """
        INSERT INTO durable.attempt (run_id, hash, attempt, outcome, instance, fence, started_at,
          ended_at)
        SELECT ?, 'a', number, 'RETRIED', 'instance-1', 5, ?, ?
        FROM generate_series(0, 10004) number
        ORDER BY number
        """,
        run,
        Rows.START,
        Rows.START);

    assertThat(detail(run).attempts())
        .extracting(AttemptView::number)
        .containsExactlyElementsOf(IntStream.rangeClosed(5, 10_004).boxed().toList());
  }
}
