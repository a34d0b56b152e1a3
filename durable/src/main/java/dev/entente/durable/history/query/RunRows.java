package dev.entente.durable.history.query;

import dev.entente.durable.history.AttemptView;
import dev.entente.durable.history.RunSummary;
import dev.entente.durable.history.RunSummary.Origin;
import dev.entente.durable.history.RunSummary.Schedule;
import dev.entente.durable.jdbc.Row;
import dev.entente.durable.store.RunStatus;
import dev.entente.inngest.function.ErrorReport;
import java.util.Optional;

/// Reads rows of runs and of their attempts.
final class RunRows {
  private RunRows() {}

  static RunSummary summary(Row row) {
    return new RunSummary(
        row.text("id"),
        row.text("function_id"),
        row.constant("status", RunStatus.class),
        row.findText("reason"),
        row.text("event_id"),
        row.number("round"),
        row.number("attempt"),
        row.instant("queued_at"),
        row.findInstant("started_at"),
        row.findInstant("ended_at"),
        row.findInstant("scheduled_for")
            .map(time -> new Schedule(time, row.isTrue("is_late"), row.number("missed"))),
        origin(row));
  }

  private static Origin origin(Row row) {
    return new Origin(
        row.findText("invoked_by"),
        row.findText("invoked_step"),
        row.findText("rerun_of"),
        row.findText("rerun_from"));
  }

  static AttemptView attempt(Row row) {
    return new AttemptView(
        Optional.of(row.text("hash")).filter(hash -> !hash.isEmpty()),
        row.number("attempt"),
        row.constant("outcome", AttemptView.Outcome.class),
        error(row),
        row.text("instance"),
        row.large("fence"),
        row.instant("started_at"),
        row.instant("ended_at"));
  }

  static Optional<ErrorReport> error(Row row) {
    return row.findJson("error").map(ErrorReport::read);
  }
}
