package dev.entente.durable.history.query;

import dev.entente.durable.jdbc.Database;
import java.util.Optional;

/// Finds out whether a run has changed, without reading it. Shared by threads.
final class RunChanges {
  /* Each change moves one of these: steps are added, end with a position or count an attempt;
   * attempts have rising ids; items of the queue rise in version or go. '/' is the character behind
   * '.', which stands behind the run's id in its items. */
  private static final String STATE =
      """
      SELECT concat_ws(' ', r.status, r.round, r.attempt, s.state, q.state,
        (SELECT max(a.id) FROM durable.attempt a WHERE a.run_id = r.id)) AS state
      FROM durable.run r
      CROSS JOIN LATERAL (SELECT concat_ws(' ', count(*), max(s.position), count(s.position),
          sum(s.attempt), max(s.planned_at), max(s.started_at), count(s.invoked_run)) AS state
        FROM durable.step s WHERE s.run_id = r.id) s
      CROSS JOIN LATERAL (SELECT concat_ws(' ', count(*), sum(q.version)) AS state
        FROM durable.queue q
        WHERE q.task_name IN ('run', 'step') AND q.task_instance >= r.id || '.'
          AND q.task_instance < r.id || '/') q
      WHERE r.id = ?
      """;
  private static final String IS_GOING_ON =
      "SELECT 1 FROM durable.run WHERE id = ? AND status IN ('QUEUED', 'RUNNING')";

  private final Database database;

  RunChanges(Database database) {
    this.database = database;
  }

  /// A text that differs from an earlier one if anything has changed; empty if there is no such
  /// run.
  Optional<String> state(String runId) {
    return database.inTransaction(
        transaction -> transaction.find(STATE, row -> row.text("state"), runId));
  }

  /// Tells whether a run is not going on any more.
  boolean hasEnded(String runId) {
    return database.inTransaction(transaction -> !transaction.exists(IS_GOING_ON, runId));
  }
}
