package dev.entente.durable.history.query;

import dev.entente.durable.call.StepKind;
import dev.entente.durable.history.StepStatus;
import dev.entente.durable.history.StepView;
import dev.entente.durable.history.StepView.Awaited;
import dev.entente.durable.history.StepView.Times;
import dev.entente.durable.jdbc.Row;
import java.time.Instant;
import java.util.Optional;

/// Reads rows of steps, with the queue's item beside.
final class StepRows {
  /* Several steps at once have an item each. One alone has a row once it has failed, RETRYING, or
   * if its input was edited, EDITED, in round -1, and is run by the run's own item. */
  static final String OF_RUN =
      """
      SELECT s.hash, s.id, s.kind, s.status, s.round, s.attempt, s.input, s.output, s.error,
        s.planned_at, s.started_at, s.ended_at, s.due_at, s.event_name, s.condition, s.invoked_run,
        coalesce(own.picked, whole.picked, false) AS picked,
        coalesce(own.execution_time, whole.execution_time) AS next_at
      FROM durable.step s
      LEFT JOIN durable.queue own ON own.task_name = 'step'
        AND own.task_instance = s.run_id || '.' || s.round || '.' || s.hash
        AND s.status = 'PENDING'
      LEFT JOIN durable.queue whole ON whole.task_name = 'run'
        AND whole.task_instance = s.run_id || '.' || greatest(s.round, 0)
        AND s.status IN ('RETRYING', 'EDITED')
      WHERE s.run_id = ?
      ORDER BY s.position NULLS LAST, s.planned_at, s.hash
      """;

  private StepRows() {}

  static StepView step(Row row, boolean runHasEnded) {
    StepKind kind = row.constant("kind", StepKind.class);
    return new StepView(
        row.text("hash"),
        row.text("id"),
        kind,
        status(row, kind, runHasEnded),
        row.number("round"),
        row.number("attempt"),
        row.findJson("input"),
        row.findJson("output"),
        RunRows.error(row),
        awaited(row, kind),
        times(row));
  }

  private static StepStatus status(Row row, StepKind kind, boolean runHasEnded) {
    return switch (row.text("status")) {
      case "DONE" -> StepStatus.DONE;
      case "FAILED" -> StepStatus.FAILED;
      default -> runHasEnded ? StepStatus.CANCELLED : pending(row, kind);
    };
  }

  private static StepStatus pending(Row row, StepKind kind) {
    return switch (kind) {
      case RUN -> pendingCode(row);
      case SLEEP -> StepStatus.SLEEPING;
      case EVENT_WAIT -> StepStatus.WAITING;
      case INVOCATION -> StepStatus.INVOKING;
    };
  }

  private static StepStatus pendingCode(Row row) {
    if (row.isTrue("picked")) {
      return StepStatus.RUNNING;
    }
    return row.number("attempt") > 0 ? StepStatus.RETRYING : StepStatus.QUEUED;
  }

  private static Awaited awaited(Row row, StepKind kind) {
    boolean isCode = kind == StepKind.RUN;
    return new Awaited(
        isCode ? nextAttempt(row) : row.findInstant("due_at"),
        row.findText("event_name"),
        row.findText("condition"),
        row.findText("invoked_run"));
  }

  // While one is being made, no next one is due.
  private static Optional<Instant> nextAttempt(Row row) {
    return row.isTrue("picked") ? Optional.empty() : row.findInstant("next_at");
  }

  private static Times times(Row row) {
    return new Times(
        row.instant("planned_at"), row.findInstant("started_at"), row.findInstant("ended_at"));
  }
}
