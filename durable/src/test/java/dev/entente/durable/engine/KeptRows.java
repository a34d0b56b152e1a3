package dev.entente.durable.engine;

import dev.entente.durable.jdbc.Database;
import dev.entente.durable.jdbc.Row;
import dev.entente.durable.jdbc.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// What is kept of all runs of a database once they are over, without ids of runs and events and
/// without times: the same for all that have gone the same way.
final class KeptRows {
  private static final String RUNS =
      """
      SELECT function_id, status, reason, output, error, attempt FROM durable.run
      ORDER BY function_id, output::text, id
      """;

  private static final String STEPS =
      """
      SELECT function_id, hash, step.id AS id, kind, step.status, step.attempt, step.input, step.output,
             step.error ->> 'name' AS error, (step.ended_at IS NOT NULL)::text AS is_over
      FROM durable.step JOIN durable.run ON run.id = step.run_id
      ORDER BY function_id, hash, step.output::text
      """;

  // Steps of one group have a number behind their name.
  private static final String ORDER =
      """
      SELECT step.id FROM durable.step JOIN durable.run ON run.id = step.run_id
      WHERE function_id = 'law-whole' ORDER BY position
      """;

  private static final String ATTEMPTS =
      """
      SELECT function_id, hash, attempt.attempt, outcome, attempt.error ->> 'name' AS error
      FROM durable.attempt JOIN durable.run ON run.id = attempt.run_id
      WHERE outcome <> 'LOST' ORDER BY function_id, hash, attempt.attempt, outcome, attempt.id
      """;

  private static final String EVENTS =
      """
      SELECT name, data, external_id FROM durable.event WHERE sent_by_run IS NOT NULL
      ORDER BY name, data::text
      """;

  private static final String LEFT =
      """
      SELECT task_name || ' in the queue' AS what FROM durable.queue WHERE task_name <> 'purge'
      UNION ALL SELECT 'place of ' || holder FROM durable.concurrency_place
      UNION ALL SELECT 'waits for ' || limit_key FROM durable.concurrency_wait
      """;

  private KeptRows() {}

  static List<String> of(Database database) {
    return database.inTransaction(KeptRows::read);
  }

  private static List<String> read(Transaction transaction) {
    List<String> rows = new ArrayList<>();
    rows.addAll(
        transaction.list(
            RUNS, texts("run", "function_id", "status", "reason", "output", "error", "attempt")));
    rows.addAll(
        transaction.list(
            STEPS,
            texts(
                "step",
                "function_id",
                "hash",
                "id",
                "kind",
                "status",
                "attempt",
                "input",
                "output",
                "error",
                "is_over")));
    rows.add("order " + order(transaction));
    rows.addAll(
        transaction.list(
            ATTEMPTS, texts("attempt", "function_id", "hash", "attempt", "outcome", "error")));
    rows.addAll(transaction.list(EVENTS, texts("event", "name", "data", "external_id")));
    rows.addAll(transaction.list(LEFT, texts("left", "what")));
    return rows;
  }

  private static Function<Row, String> texts(String title, String... columns) {
    return row -> {
      var line = new StringBuilder(title);
      for (String column : columns) {
        line.append(' ').append(row.findText(column).map(KeptRows::withoutIds).orElse("-"));
      }
      return line.toString();
    };
  }

  private static String withoutIds(String text) {
    return text.replaceAll("\\b[0-9A-HJKMNP-TV-Z]{26}\\b", "ULID")
        .replaceAll("\"ts\":\\d+", "\"ts\":0");
  }

  private static List<String> order(Transaction transaction) {
    List<String> names = new ArrayList<>();
    for (String id : transaction.list(ORDER, row -> row.text("id"))) {
      String name = id.replaceAll(" \\d+$", "");
      if (names.isEmpty() || !names.getLast().equals(name)) {
        names.add(name);
      }
    }
    return names;
  }
}
