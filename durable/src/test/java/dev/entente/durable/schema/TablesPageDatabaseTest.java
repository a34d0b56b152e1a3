package dev.entente.durable.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.durable.EngineDatabase;
import dev.entente.durable.history.query.Rows;
import dev.entente.durable.jdbc.Transaction;
import dev.entente.durable.store.RunStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The page for whoever looks with SQL, against the tables.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TablesPageDatabaseTest {
  private static final Pattern QUERY = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);
  private static final Pattern TABLE =
      Pattern.compile("^### `durable\\.(\\w+)`.*?(?=^##)", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern COLUMN = Pattern.compile("^\\| `(\\w+)` \\|", Pattern.MULTILINE);

  private final EngineDatabase database = EngineDatabase.open();

  TablesPageDatabaseTest() {
    var rows = new Rows(database.database());
    Instant now = database.database().inTransaction(TablesPageDatabaseTest::now);
    Instant minutesAgo = now.minus(Duration.ofMinutes(10));
    String event = rows.event("shop/placed", minutesAgo);
    String failed = rows.run("shop-a", event, RunStatus.FAILED, minutesAgo);
    rows.sql("UPDATE durable.run SET is_late = true, scheduled_for = queued_at");
    rows.step(failed, "a", "RUN", 0);
    rows.endStep(failed, "a", "FAILED");
    rows.sql("UPDATE durable.step SET output = '{}'");
    rows.attempt(failed, "a", "FAILED", minutesAgo, Duration.ofSeconds(9));
    String running = rows.run("shop-a", event, RunStatus.RUNNING, minutesAgo);
    rows.step(running, "b", "EVENT_WAIT", 0);
    rows.step(running, "c", "RUN", 1);
    rows.item("step", running + ".0.c", minutesAgo, "instance-1");
    rows.item("timer", running + ".0.b", minutesAgo, null);
    rows.item("cron", "shop-a#0", now, null);
    rows.sql("INSERT INTO durable.concurrency_place VALUES ('limit', ?)", running);
    rows.logLine(running, now);
    rows.sql("UPDATE durable.log_line SET level = 'WARN'");
  }

  private static Instant now(Transaction transaction) {
    return transaction.find("SELECT now() AS at", row -> row.instant("at")).orElseThrow();
  }

  @AfterAll
  void close() {
    database.close();
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("docs/tables.md"));
  }

  private static Stream<String> queries() throws IOException {
    return QUERY.matcher(page()).results().map((MatchResult match) -> match.group(1));
  }

  @ParameterizedTest
  @MethodSource("queries")
  void queryFindsWhatItSays(String sql) {
    List<Integer> rows =
        database.database().inTransaction(transaction -> transaction.list(sql, _ -> 1));

    assertThat(rows).as(sql).isNotEmpty();
  }

  @Test
  void thereAreQueriesForWhatIsAskedMost() throws IOException {
    assertThat(queries()).hasSizeGreaterThanOrEqualTo(12);
  }

  @Test
  void pageNamesEachColumnOfEachTableAndNoOther() throws IOException {
    List<String> named =
        TABLE
            .matcher(page())
            .results()
            .flatMap(
                table ->
                    COLUMN
                        .matcher(table.group())
                        .results()
                        .map(column -> table.group(1) + "." + column.group(1)))
            .toList();

    assertThat(named).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(columns());
  }

  private List<String> columns() {
    return database
        .database()
        .inTransaction(
            transaction ->
                transaction.list(
                    """
                    SELECT table_name || '.' || column_name AS name
                    FROM information_schema.columns JOIN information_schema.tables
                      USING (table_schema, table_name)
                    WHERE table_schema = 'durable' AND table_type = 'BASE TABLE'
                      AND table_name <> 'flyway_schema_history'
                    """,
                    row -> row.text("name")));
  }
}
