package dev.entente.durable.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.durable.EngineDatabase;
import dev.entente.durable.history.query.ManyRows;
import dev.entente.durable.history.query.Rows;
import dev.entente.durable.store.RunStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PurgeDatabaseTest {
  private static final int MANY = 10_000;
  private static final String HOLD = "UPDATE durable.run SET reason = 'held' WHERE id = ?";
  private static final Instant NOW = Rows.START.plus(Duration.ofDays(1_000));

  private final EngineDatabase database = EngineDatabase.open();
  private final Rows rows = new Rows(database.database());
  private final Purge purge = new Purge(database.database(), () -> NOW, Retention.DEFAULT);

  @AfterEach
  void close() {
    database.close();
  }

  private long count(String sql) {
    return database
        .database()
        .inTransaction(
            transaction ->
                transaction.find("SELECT count(*) AS n FROM " + sql, row -> row.large("n")))
        .orElseThrow();
  }

  // Each deleted row leaves the transaction that deleted it.
  private void record(String table) {
    rows.sql(
        """
        CREATE OR REPLACE FUNCTION durable.test_record() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          INSERT INTO durable.test_deleted VALUES (TG_TABLE_NAME, pg_current_xact_id()::text);
          RETURN OLD;
        END $$
        """);
    rows.sql("CREATE TABLE IF NOT EXISTS durable.test_deleted (of_table text, by text)");
    rows.sql(
        "CREATE TRIGGER record AFTER DELETE ON durable.%s FOR EACH ROW EXECUTE FUNCTION durable.test_record()"
            .formatted(table));
  }

  private long largestBatch() {
    return count("durable.test_deleted GROUP BY of_table, by ORDER BY n DESC LIMIT 1");
  }

  @Test
  void noTransactionDeletesMoreThanABatch() {
    ManyRows.fill(database.database(), MANY);
    record("run");
    record("event");

    Purged purged = purge.run();

    assertThat(purged.runs()).isEqualTo(MANY);
    assertThat(purged.events()).isEqualTo(MANY);
    assertThat(count("durable.run") + count("durable.event")).isZero();
    assertThat(largestBatch()).isEqualTo(1_000);
    assertThat(count("durable.function")).isEqualTo(10);
  }

  @Test
  void runsWithManyRowsGoInSmallerBatches() {
    String event = rows.event("a", Rows.START);
    for (int i = 0; i < 12; i++) {
      String run = rows.run("shop-a", event, RunStatus.COMPLETED, Rows.START.plusSeconds(i));
      rows.sql(
          """
          INSERT INTO durable.step (run_id, hash, id, kind, status, round, planned_at)
          SELECT ?, n, 's', 'RUN', 'DONE', 0, now() FROM generate_series(1, 9000) n
          """,
          run);
    }
    record("step");

    assertThat(purge.run().steps()).isEqualTo(12 * 9_000);
    assertThat(largestBatch()).isEqualTo(2 * 9_000);
  }

  @Test
  void linesGoInBatchesAndTheirRunsMayStay() {
    String event = rows.event("a", Rows.START);
    String run = rows.run("shop-a", event, RunStatus.COMPLETED, Rows.START);
    rows.sql(
        """
        INSERT INTO durable.log_line (run_id, hash, attempt, logged_at, level, logger, message)
        SELECT ?, '', 0, now(), 'INFO', 'a', 'm' FROM generate_series(1, 2500)
        """,
        run);
    record("log_line");
    var century = Duration.ofDays(36_500);
    var retention = new Retention(century, century, Duration.ofDays(1));

    Purged purged = new Purge(database.database(), () -> NOW, retention).run();

    assertThat(purged.logLines()).isEqualTo(2_500);
    assertThat(largestBatch()).isEqualTo(1_000);
    assertThat(count("durable.run")).isEqualTo(1);
  }

  @Test
  void purgeThatIsStoppedGoesOnLater() {
    ManyRows.fill(database.database(), 5_000);

    Purged first = purge.purge(Duration.ZERO);
    Thread.currentThread().interrupt();
    Purged second = purge.run();
    assertThat(Thread.interrupted()).isTrue();
    Purged rest = purge.run();

    assertThat(first.isComplete()).isFalse();
    assertThat(second.isComplete()).isFalse();
    assertThat(rest.isComplete()).isTrue();
    assertThat(first.plus(second).plus(rest).runs()).isEqualTo(5_000);
    assertThat(count("durable.run")).isZero();
  }

  @Test
  void instancesThatPurgeAtOnceShareTheWork() {
    ManyRows.fill(database.database(), 10_000);

    long sum;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var purges =
          List.of(1, 2, 3, 4).stream()
              .map(_ -> CompletableFuture.supplyAsync(purge::run, threads))
              .toList();
      sum = purges.stream().mapToLong(future -> future.join().runs()).sum();
    }

    assertThat(sum).isEqualTo(10_000);
    assertThat(count("durable.run")).isZero();
  }

  @Test
  void runThatSomebodyHoldsIsPassedOver() {
    String event = rows.event("a", Rows.START);
    String held = rows.run("shop-a", event, RunStatus.COMPLETED, Rows.START);
    rows.run("shop-a", event, RunStatus.COMPLETED, Rows.START);

    Purged purged =
        database
            .database()
            .inTransaction(
                transaction -> {
                  transaction.update(HOLD, held);
                  return purge.run();
                });

    assertThat(purged.runs()).isEqualTo(1);
    assertThat(purged.events()).isZero();
    assertThat(purge.run().runs()).isEqualTo(1);
    assertThat(count("durable.event")).isZero();
  }

  @Test
  void keysAndTicksGoOnceTheyPreventNothing() {
    Instant old = NOW.minus(Duration.ofHours(26));
    Instant recent = NOW.minus(Duration.ofHours(24));
    for (Instant at : List.of(old, recent)) {
      rows.sql("INSERT INTO durable.idempotency VALUES ('f', ?, 'r', ?)", at.toString(), at);
      rows.sql("INSERT INTO durable.event_key VALUES ('shop/placed', ?, ?)", at.toString(), at);
      rows.sql("INSERT INTO durable.cron_tick VALUES ('shop-a', ?, 'r')", at);
    }
    rows.function("shop-a", "shop", "[]");
    rows.function("shop-b", "shop", "[]");
    rows.sql("INSERT INTO durable.cron_tick VALUES ('shop-b', ?, 'r')", old);

    Purged purged = purge.run();

    assertThat(purged.idempotencyKeys()).isEqualTo(1);
    assertThat(purged.eventKeys()).isEqualTo(1);
    assertThat(purged.cronTicks()).isEqualTo(1);
    assertThat(count("durable.cron_tick WHERE function_id = 'shop-b'")).isEqualTo(1);
    assertThat(purge.run()).isEqualTo(Purged.NOTHING);
  }
}
