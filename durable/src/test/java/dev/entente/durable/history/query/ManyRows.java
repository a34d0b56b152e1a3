package dev.entente.durable.history.query;

import dev.entente.durable.jdbc.Database;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Fills a database with a long history.
public final class ManyRows {
  // Its first ten characters are the time, as a ULID has it.
  private static final String ID =
      """
      CREATE FUNCTION durable.test_id(at timestamptz, number bigint) RETURNS text
      IMMUTABLE LANGUAGE sql AS $$ SELECT %s || lpad(number::text, 16, '0') $$
      """
          .formatted(
              IntStream.rangeClosed(1, 10)
                  .mapToObj(place -> digit(50 - 5 * place))
                  .collect(Collectors.joining(" || ")));
  private static final String FUNCTIONS =
      """
      INSERT INTO durable.function
        (id, app_id, name, triggers, registered_at, seen_at, definition)
      SELECT 'shop-' || n, 'shop', 'n', '[]', now(), now(), '{}' FROM generate_series(0, 9) n
      """;
  private static final String EVENTS =
      """
      INSERT INTO durable.event (id, name, data, occurred_at, received_at)
      SELECT durable.test_id(at, n),
        CASE n % 4 WHEN 0 THEN 'shop/placed' ELSE 'inngest/function.finished' END, '{}', at, at
      FROM (SELECT n, ? + n * (interval '90 days' / ?) AS at FROM generate_series(1, ?) n) rows
      """;
  private static final String RUNS =
      """
      INSERT INTO durable.run (id, function_id, event_id, status, queued_at, started_at, ended_at,
        output, rerun_of)
      SELECT id, 'shop-' || right(id, 4)::int % 10, id,
        CASE right(id, 4)::int % 100 WHEN 0 THEN 'FAILED' ELSE 'COMPLETED' END, received_at,
        received_at + interval '1 second', received_at + interval '9 seconds', '{}',
        CASE right(id, 4)::int % 50 WHEN 0 THEN id END
      FROM durable.event
      """;

  private static final String ITEMS =
      """
      INSERT INTO durable.queue (task_name, task_instance, execution_time, picked, version)
      SELECT CASE n % 2 WHEN 0 THEN 'run' ELSE 'timer' END, n, ?, false, 1
      FROM generate_series(1, 20000) n
      """;

  private static final String ATTEMPTS =
      """
      INSERT INTO durable.attempt (run_id, hash, attempt, outcome, instance, fence, started_at,
        ended_at)
      SELECT id, 'a', 0, 'DONE', 'instance-1', 1, started_at, ended_at FROM durable.run
      """;

  private ManyRows() {}

  private static String digit(int shift) {
    return """
        substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ',
          ((extract(epoch FROM at) * 1000)::bigint >> %d & 31)::int + 1, 1)
        """
        .formatted(shift);
  }

  /// Runs that have ended, each with an event, evenly over the 90 days after [Rows#START].
  public static void fill(Database database, int runs) {
    database.transact(
        transaction -> {
          transaction.update(ID);
          transaction.update(FUNCTIONS);
          transaction.update(EVENTS, Rows.START, runs, runs);
          transaction.update(RUNS);
          transaction.update(ITEMS, Rows.START);
        });
    analyze(database);
  }

  /// Adds an attempt of a step to each run.
  public static void attempts(Database database) {
    database.transact(transaction -> transaction.update(ATTEMPTS));
    analyze(database);
  }

  /// Lets the planner know what there is.
  public static void analyze(Database database) {
    database.transact(transaction -> transaction.update("ANALYZE"));
  }
}
