package dev.entente.durable.history.query;

import dev.entente.durable.history.FunctionSummary;
import dev.entente.durable.history.FunctionSummary.Trigger;
import dev.entente.durable.jdbc.Database;
import dev.entente.durable.jdbc.Row;
import dev.entente.inngest.json.Json;
import java.util.List;
import java.util.Optional;

/// The functions that are registered, or were. Shared by threads; changes nothing.
public final class FunctionCatalog {
  /* The items of a function's crons begin with its id and '#'; '$' is the character behind.
  An id may have a '#', what is behind it has none. */
  private static final String FUNCTIONS =
      """
      SELECT f.id AS of_function, f.app_id, f.name, f.triggers, f.registered_at, f.seen_at,
        f.paused_at, f.removed_at, going_on.running, going_on.queued, cron.next_at, last.*
      FROM durable.function f
      LEFT JOIN LATERAL (SELECT * FROM durable.run r WHERE r.function_id = f.id
        ORDER BY r.id DESC LIMIT 1) last ON true
      CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE r.status = 'RUNNING') AS running,
          count(*) FILTER (WHERE r.status = 'QUEUED') AS queued
        FROM durable.run r
        WHERE r.function_id = f.id AND r.status IN ('QUEUED', 'RUNNING')) going_on
      CROSS JOIN LATERAL (SELECT min(q.execution_time) AS next_at FROM durable.queue q
        WHERE q.task_name = 'cron' AND q.task_instance >= f.id || '#'
          AND q.task_instance < f.id || '$'
          AND strpos(substr(q.task_instance, length(f.id) + 2), '#') = 0) cron
      """;

  private final Database database;

  /// The functions in a database with the engine's tables.
  public FunctionCatalog(Database database) {
    this.database = database;
  }

  /// All functions, failure handlers among them, by id.
  public List<FunctionSummary> list() {
    return database.inTransaction(
        transaction -> all().list(transaction, FunctionCatalog::function));
  }

  static SqlQuery all() {
    return new SqlQuery().add(FUNCTIONS).add("ORDER BY f.id");
  }

  /// A function.
  ///
  /// @param id with the app's id before it
  /// @return empty if it was never registered
  public Optional<FunctionSummary> find(String id) {
    return database.inTransaction(
        transaction ->
            transaction.find(FUNCTIONS + "WHERE f.id = ?", FunctionCatalog::function, id));
  }

  private static FunctionSummary function(Row row) {
    return new FunctionSummary(
        row.text("of_function"),
        row.text("app_id"),
        row.text("name"),
        row.json("triggers").elements().stream().map(FunctionCatalog::trigger).toList(),
        row.instant("registered_at"),
        row.instant("seen_at"),
        row.findInstant("paused_at"),
        row.findInstant("removed_at"),
        row.findText("id").map(_ -> RunRows.summary(row)),
        row.large("running"),
        row.large("queued"),
        row.findInstant("next_at"));
  }

  private static Trigger trigger(Json json) {
    return new Trigger(text(json, "event"), text(json, "expression"), text(json, "cron"));
  }

  private static Optional<String> text(Json json, String member) {
    return json.find(member).flatMap(Json::text);
  }
}
