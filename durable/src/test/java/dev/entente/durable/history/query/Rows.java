package dev.entente.durable.history.query;

import com.github.f4b6a3.ulid.Ulid;
import dev.entente.durable.jdbc.Database;
import dev.entente.durable.store.RunStatus;
import dev.entente.inngest.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Writes rows as the engine leaves them.
public final class Rows {
  /// When the first of them is made.
  public static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

  private static final AtomicLong COUNT = new AtomicLong();

  private final Database database;

  public Rows(Database database) {
    this.database = database;
  }

  /// An id made at a time, greater than all made at that time before.
  public static String id(Instant time) {
    return new Ulid(time.toEpochMilli() << 16, COUNT.incrementAndGet()).toString();
  }

  public void sql(String sql, @Nullable Object... values) {
    database.transact(transaction -> transaction.update(sql, values));
  }

  public void function(String id, String appId, String triggers) {
    sql(
        """
        INSERT INTO durable.function
          (id, app_id, name, triggers, registered_at, seen_at, definition)
        VALUES (?, ?, ?, ?::json, ?, ?, '{}')
        """,
        id,
        appId,
        "Function " + id,
        triggers,
        START,
        START);
  }

  public String event(String name, Instant at) {
    String id = id(at);
    sql(
        """
        INSERT INTO durable.event (id, name, data, external_id, occurred_at, received_at)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        id,
        name,
        Json.of(Map.of("number", 7)),
        "external-" + id,
        at,
        at);
    return id;
  }

  public String run(String functionId, String eventId, RunStatus status, Instant at) {
    String id = id(at);
    boolean hasBegun = status != RunStatus.QUEUED && status != RunStatus.SKIPPED;
    sql(
        """
        INSERT INTO durable.run (id, function_id, event_id, status, queued_at, started_at, ended_at)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        id,
        functionId,
        eventId,
        status,
        at,
        hasBegun ? at.plusSeconds(1) : null,
        status.hasEnded() ? at.plusSeconds(10) : null);
    return id;
  }

  /// Ends a run with an output.
  public void complete(String runId, Instant at) {
    sql(
        "UPDATE durable.run SET status = 'COMPLETED', output = '{\"n\":1}', ended_at = ? WHERE id = ?",
        at,
        runId);
  }

  /// A step that is going on.
  public void step(String runId, String hash, String kind, int attempt) {
    sql(
        """
        INSERT INTO durable.step (run_id, hash, id, kind, status, round, attempt, planned_at)
        VALUES (?, ?, ?, ?, 'PENDING', 0, ?, ?)
        """,
        runId,
        hash,
        "step " + hash,
        kind,
        attempt,
        START);
  }

  /// Ends a step.
  public void endStep(String runId, String hash, String status) {
    sql(
        """
        UPDATE durable.step SET status = ?, position = nextval('durable.step_position'),
          started_at = ?, ended_at = ? WHERE run_id = ? AND hash = ?
        """,
        status,
        START,
        START.plusSeconds(2),
        runId,
        hash);
  }

  public void attempt(String runId, String hash, String outcome, Instant start, Duration took) {
    sql(
        """
        INSERT INTO durable.attempt (run_id, hash, attempt, outcome, error, instance, fence,
          started_at, ended_at)
        VALUES (?, ?, 0, ?, ?::json, 'instance-1', 5, ?, ?)
        """,
        runId,
        hash,
        outcome,
        outcome.equals("DONE") ? null : "{\"name\":\"E\",\"message\":\"m\",\"stack\":\"E: m\"}",
        start,
        start.plus(took));
  }

  public void item(String task, String instance, Instant due, @Nullable String pickedBy) {
    sql(
        """
        INSERT INTO durable.queue (task_name, task_instance, execution_time, picked, picked_by,
          last_heartbeat, version)
        VALUES (?, ?, ?, ?, ?, ?, 1)
        """,
        task,
        instance,
        due,
        pickedBy != null,
        pickedBy,
        pickedBy == null ? null : due);
  }

  public void logLine(String runId, Instant at) {
    sql(
        """
        INSERT INTO durable.log_line (run_id, hash, attempt, logged_at, level, logger, message)
        VALUES (?, '', 0, ?, 'INFO', 'a', 'm')
        """,
        runId,
        at);
  }
}
