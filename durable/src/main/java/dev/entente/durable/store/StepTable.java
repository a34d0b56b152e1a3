package dev.entente.durable.store;

import dev.entente.durable.call.KeptStep;
import dev.entente.durable.call.StepKind;
import dev.entente.durable.jdbc.Row;
import dev.entente.durable.jdbc.Transaction;
import dev.entente.inngest.execution.Memo;
import dev.entente.inngest.function.ErrorReport;
import dev.entente.inngest.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Steps as they are kept. What has ended never changes.
public final class StepTable {
  private static final String LIST_ENDED =
      """
      SELECT hash, kind, status, input, output, error, position FROM durable.step
      WHERE run_id = ? AND round < ? AND status IN ('DONE', 'FAILED', 'EDITED')
      UNION ALL
      SELECT hash, kind, status, input, output, error, position FROM durable.step
      WHERE run_id = ? AND is_edited AND status = 'PENDING'
      ORDER BY position NULLS LAST, hash
      """;

  private static final String PLAN =
      """
      INSERT INTO durable.step
        (run_id, hash, id, kind, status, round, input, planned_at, due_at, event_name, condition)
      VALUES (?, ?, ?, ?, 'PENDING', ?, ?, ?, ?, ?, ?)
      ON CONFLICT (run_id, hash) DO UPDATE
      SET status = 'PENDING', round = excluded.round, planned_at = excluded.planned_at,
          kind = excluded.kind, due_at = excluded.due_at, event_name = excluded.event_name,
          condition = excluded.condition, invoked_run = NULL,
          input = CASE WHEN step.is_edited THEN step.input ELSE excluded.input END
      WHERE step.status IN ('EDITED', 'RETRYING')
      """;

  private static final String SET_INVOKED =
      """
      UPDATE durable.step SET invoked_run = ? WHERE run_id = ? AND hash = ?
      """;

  private static final String ADD_ENDED =
      """
      INSERT INTO durable.step
        (run_id, hash, id, kind, status, round, attempt, position, input, output, error,
         planned_at, started_at, ended_at)
      VALUES (?, ?, ?, 'RUN', ?, ?, ?, nextval('durable.step_position'), ?, ?, ?, ?, ?, ?)
      ON CONFLICT (run_id, hash) DO UPDATE
      SET status = excluded.status, attempt = excluded.attempt, position = excluded.position,
          output = excluded.output, error = excluded.error, started_at = excluded.started_at,
          ended_at = excluded.ended_at
      WHERE step.status IN ('PENDING', 'RETRYING', 'EDITED')
      """;

  private static final String ADD_RETRIED =
      """
      INSERT INTO durable.step
        (run_id, hash, id, kind, status, round, attempt, input, error, planned_at, started_at)
      VALUES (?, ?, ?, 'RUN', ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (run_id, hash) DO UPDATE
      SET attempt = excluded.attempt, error = excluded.error, started_at = excluded.started_at
      WHERE step.status IN ('PENDING', 'RETRYING', 'EDITED')
      """;

  private static final String END =
      """
      UPDATE durable.step
      SET status = ?, output = ?, error = ?, ended_at = ?,
          position = nextval('durable.step_position')
      WHERE run_id = ? AND hash = ? AND status = 'PENDING'
      """;

  private static final String FIND =
      """
      SELECT id, kind, attempt, status = 'PENDING' AS is_pending, invoked_run FROM durable.step
      WHERE run_id = ? AND hash = ?
      """;

  private static final String FIND_NAMED =
      """
      SELECT hash, kind FROM durable.step
      WHERE run_id = ? AND (hash = ? OR id = ?)
      ORDER BY hash <> ?, position NULLS LAST LIMIT 1
      """;

  private static final String HAS_PENDING =
      """
      SELECT 1 FROM durable.step WHERE run_id = ? AND status = 'PENDING' AND round = ? LIMIT 1
      """;

  private static final String LIST_WAITING =
      """
      SELECT step.run_id, step.hash, step.round, step.condition, run.event_id,
             event.name, event.data, event.external_id, event.version, event.occurred_at
      FROM durable.step
        JOIN durable.run ON run.id = step.run_id
        JOIN durable.event ON event.id = run.event_id
      WHERE event_name = ? AND kind = 'EVENT_WAIT' AND step.status = 'PENDING'
        AND run.status = 'RUNNING'
      ORDER BY step.run_id, step.hash
      """;

  private static final String IS_WAITED_FOR =
      """
      SELECT 1 FROM durable.step
      WHERE event_name = ? AND kind = 'EVENT_WAIT' AND status = 'PENDING' LIMIT 1
      """;

  private static final String COPY =
      """
      INSERT INTO durable.step
        (run_id, hash, id, kind, status, round, attempt, position, input, output, error,
         planned_at, started_at, ended_at, due_at, event_name, condition, invoked_run)
      SELECT ?, hash, id, kind, status, -1, attempt, position, input, output, error,
         planned_at, started_at, ended_at, due_at, event_name, condition, invoked_run
      FROM durable.step
      WHERE run_id = ? AND status IN ('DONE', 'FAILED') AND hash <> ?
        AND position < (SELECT coalesce(
          (SELECT position FROM durable.step WHERE run_id = ? AND hash = ?), 9223372036854775807))
      """;

  private static final String EDIT =
      """
      INSERT INTO durable.step
        (run_id, hash, id, kind, status, round, input, is_edited, planned_at)
      SELECT ?, hash, id, kind, 'EDITED', -1, ?, true, ? FROM durable.step WHERE run_id = ? AND hash = ?
      """;

  private StepTable() {}

  /// What has ended in rounds before one, in the order in which it ended, and what is to be run
  /// with an edited input.
  public static EndedSteps listEnded(Transaction transaction, String runId, int beforeRound) {
    var characters = new AtomicLong();
    List<KeptStep> steps =
        transaction.list(
            LIST_ENDED,
            row -> {
              characters.addAndGet(row.findText("output").map(String::length).orElse(0));
              return readKept(row);
            },
            runId,
            beforeRound,
            runId);
    return new EndedSteps(steps, characters.get());
  }

  private static KeptStep readKept(Row row) {
    return new KeptStep(row.text("hash"), row.constant("kind", StepKind.class), memo(row));
  }

  private static Memo memo(Row row) {
    return switch (row.text("status")) {
      case "FAILED" -> new Memo.Failed(ErrorReport.read(row.json("error")));
      case "DONE" -> new Memo.Done(row.findJson("output").orElse(Json.NULL));
      default -> new Memo.Edited(row.findJson("input").orElse(Json.NULL));
    };
  }

  /// Keeps steps that have come up.
  public static void plan(Transaction transaction, List<NewStep> steps, Instant now) {
    List<@Nullable Object[]> rows = steps.stream().map(step -> planRow(step, now)).toList();
    transaction.updateAll(PLAN, rows);
  }

  private static @Nullable Object[] planRow(NewStep step, Instant now) {
    return new @Nullable Object[] {
      step.runId(),
      step.step().hash(),
      step.step().id(),
      step.kind(),
      step.round(),
      step.input(),
      now,
      step.due(),
      step.event().map(WantedEvent::name),
      step.event().flatMap(WantedEvent::condition)
    };
  }

  /// Keeps which run an invocation waits for.
  public static void setInvoked(
      Transaction transaction, String runId, String hash, String invokedRun) {
    transaction.update(SET_INVOKED, invokedRun, runId, hash);
  }

  /// Keeps how code has ended.
  ///
  /// @return whether it had not ended
  public static boolean addEnded(
      Transaction transaction, StepAttempt attempted, StepEnd end, Instant now) {
    return transaction.update(
            ADD_ENDED,
            attempted.runId(),
            attempted.step().hash(),
            attempted.step().id(),
            status(end),
            attempted.round(),
            attempted.attempt(),
            attempted.input(),
            output(end),
            error(end),
            attempted.startedAt(),
            attempted.startedAt(),
            now)
        == 1;
  }

  private static String status(StepEnd end) {
    return switch (end) {
      case StepEnd.Done _ -> "DONE";
      case StepEnd.Failed _ -> "FAILED";
    };
  }

  private static @Nullable Json output(StepEnd end) {
    return end instanceof StepEnd.Done(Json output) ? output : null;
  }

  private static @Nullable Json error(StepEnd end) {
    return end instanceof StepEnd.Failed(ErrorReport error) ? error.toJson() : null;
  }

  /// Keeps that code has failed and is tried again.
  ///
  /// @param isPlanned whether it waits for a call of its own; else it comes up once more
  public static void addRetried(
      Transaction transaction, StepAttempt attempted, ErrorReport error, boolean isPlanned) {
    transaction.update(
        ADD_RETRIED,
        attempted.runId(),
        attempted.step().hash(),
        attempted.step().id(),
        isPlanned ? "PENDING" : "RETRYING",
        attempted.round(),
        attempted.attempt() + 1,
        attempted.input(),
        error.toJson(),
        attempted.startedAt(),
        attempted.startedAt());
  }

  /// Ends a step that waits.
  ///
  /// @return whether it had not ended
  public static boolean end(
      Transaction transaction, String runId, String hash, StepEnd end, Instant now) {
    return transaction.update(END, status(end), output(end), error(end), now, runId, hash) == 1;
  }

  /// A step.
  public static Optional<StepRow> find(Transaction transaction, String runId, String hash) {
    return transaction.find(
        FIND,
        row ->
            new StepRow(
                row.text("id"),
                row.constant("kind", StepKind.class),
                row.number("attempt"),
                row.isTrue("is_pending"),
                row.findText("invoked_run")),
        runId,
        hash);
  }

  /// A step by its hash or, the first of several, by the id that its author gave it.
  public static Optional<NamedStep> findNamed(Transaction transaction, String runId, String step) {
    return transaction.find(
        FIND_NAMED,
        row -> new NamedStep(row.text("hash"), row.constant("kind", StepKind.class)),
        runId,
        step,
        step,
        step);
  }

  /// A step that somebody has named.
  public record NamedStep(String hash, StepKind kind) {}

  /// Tells whether a step of a round has not ended.
  public static boolean hasPending(Transaction transaction, String runId, int round) {
    return transaction.exists(HAS_PENDING, runId, round);
  }

  /// The steps that wait for an event of a name.
  public static List<WaitingStep> listWaiting(Transaction transaction, String eventName) {
    return transaction.list(
        LIST_WAITING,
        row ->
            new WaitingStep(
                row.text("run_id"),
                row.text("hash"),
                row.number("round"),
                row.findText("condition"),
                EventTable.read(row, row.text("event_id"))),
        eventName);
  }

  /// Tells whether any step waits for an event of a name.
  public static boolean isWaitedFor(Transaction transaction, String eventName) {
    return transaction.exists(IS_WAITED_FOR, eventName);
  }

  /// Gives a rerun what had ended in the run before the step that it begins at.
  public static void copyBefore(
      Transaction transaction, String fromRun, String hash, String toRun) {
    transaction.update(COPY, toRun, fromRun, hash, fromRun, hash);
  }

  /// Gives a rerun a step with an edited input.
  public static void edit(
      Transaction transaction, String fromRun, String hash, String toRun, Json input, Instant now) {
    transaction.update(EDIT, toRun, input, now, fromRun, hash);
  }
}
