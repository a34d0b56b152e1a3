package dev.entente.durable.log;

import dev.entente.durable.jdbc.Database;
import dev.entente.durable.jdbc.Pages;
import dev.entente.durable.jdbc.Row;
import dev.entente.durable.jdbc.Transaction;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The lines of runs, the newest 5,000 of each. Shared by threads.
public final class LogStore {
  private static final int MOST_KEPT = 5_000;
  // A code point of this class is a surrogate whose other half is missing.
  private static final Pattern UNSTORABLE = Pattern.compile("[\\x00\\p{Cs}]");

  private final Database database;
  private final Trimming trimming = new Trimming();

  /// Lines in a database.
  public LogStore(Database database) {
    this.database = database;
  }

  /// Keeps lines of an attempt, and forgets the oldest of the run once there are some hundreds too
  /// many. Characters that the database has none for, NUL and half of a pair of surrogates, are
  /// kept as `U+FFFD`. The last moment's lines may be lost if the database breaks down.
  ///
  /// @param runId the lines of a run that is gone are dropped
  /// @param attempt counted from 0
  /// @param lines in their order
  public void add(String runId, int attempt, List<StepLine> lines) {
    if (lines.isEmpty()) {
      return;
    }
    List<@Nullable Object[]> rows =
        lines.stream()
            .skip(Math.max(0, lines.size() - MOST_KEPT))
            .map(line -> row(runId, attempt, line))
            .toList();
    boolean isTrimDue = trimming.isDue(runId, rows.size());
    database.transact(
        transaction -> {
          transaction.relax();
          if (lock(transaction, runId)) {
            insert(transaction, rows);
            if (isTrimDue) {
              trim(transaction, runId);
            }
          }
        });
  }

  // One after the other within a run and those that it invokes: whoever follows their lines by the
  // ids would else miss those of a step whose transaction ends later. Always the invoker first.
  private static boolean lock(Transaction transaction, String runId) {
    Optional<Optional<String>> invoker =
        transaction.find(
            """
            SELECT invoked_by FROM durable.run
            WHERE id = ?
            FOR KEY SHARE
            """,
            row -> row.findText("invoked_by"),
            runId);
    invoker.flatMap(Function.identity()).ifPresent(id -> transaction.lock("log " + id));
    invoker.ifPresent(_ -> transaction.lock("log " + runId));
    return invoker.isPresent();
  }

  private static void insert(Transaction transaction, List<@Nullable Object[]> rows) {
    transaction.updateAll(
        """
        INSERT INTO durable.log_line
          (run_id, hash, attempt, logged_at, level, logger, message, error)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        rows);
  }

  private static @Nullable Object[] row(String runId, int attempt, StepLine heard) {
    LogLine line = heard.line();
    return new @Nullable Object[] {
      runId,
      heard.stepHash(),
      attempt,
      line.time(),
      line.level(),
      storable(line.logger()),
      storable(line.message()),
      line.error().map(LogStore::storable)
    };
  }

  private static String storable(String text) {
    return UNSTORABLE.matcher(text).replaceAll("\uFFFD");
  }

  private static void trim(Transaction transaction, String runId) {
    transaction.update(
        """
        DELETE FROM durable.log_line
        WHERE run_id = ? AND id <= (
          SELECT id FROM durable.log_line
          WHERE run_id = ?
          ORDER BY id DESC
          OFFSET ? LIMIT 1)
        """,
        runId,
        runId,
        MOST_KEPT);
  }

  /// The lines of a run, in the order in which they were kept.
  ///
  /// @param afterId of the last one that is known; 0 for all
  /// @param most `1..1_000`
  /// @return none if there is no such run
  /// @throws IllegalArgumentException if `most` is not in its range
  public List<KeptLine> list(String runId, long afterId, int most) {
    Pages.check(most);
    return database.inTransaction(
        transaction ->
            transaction.list(
                """
                SELECT id, hash, attempt, logged_at, level, logger, message, error
                FROM durable.log_line
                WHERE run_id = ? AND id > ?
                ORDER BY id
                LIMIT ?
                """,
                LogStore::line,
                runId,
                afterId,
                most));
  }

  /// The lines of a run and of those that it has invoked, in the order in which they were kept.
  ///
  /// @param afterId of the last one that is known; 0 for all
  /// @param most `1..1_000`
  /// @return none if there is no such run
  /// @throws IllegalArgumentException if `most` is not in its range
  public List<KeptLine> listWithInvoked(String runId, long afterId, int most) {
    return search(runId, new LogSearch(List.of(), Set.of(), false, afterId, most));
  }

  /// Looks for lines among those of a run and of those that it has invoked.
  ///
  /// @return none if there is no such run
  public List<KeptLine> search(String runId, LogSearch search) {
    String order = search.isNewestFirst() ? "DESC" : "ASC";
    return database.inTransaction(
        transaction ->
            transaction.list(
                """
                SELECT line.id, hash, attempt, logged_at, level, logger, message, error
                FROM (SELECT ? AS run_id
                  UNION SELECT invoked_run FROM durable.step
                  WHERE run_id = ? AND invoked_run IS NOT NULL) AS one
                CROSS JOIN LATERAL (
                  SELECT * FROM durable.log_line
                  WHERE run_id = one.run_id AND id > ? AND id < ?
                    AND (cardinality(?::text[]) = 0 OR level = ANY (?::text[]))
                    AND NOT EXISTS (
                      SELECT FROM unnest(?::text[]) AS word
                      WHERE strpos(lower(message || ' ' || logger || ' ' || coalesce(error, '')),
                        lower(word)) = 0)
                  ORDER BY id %s
                  LIMIT ?) AS line
                ORDER BY line.id %s
                LIMIT ?
                """
                    .formatted(order, order),
                LogStore::line,
                runId,
                runId,
                search.after(),
                search.before(),
                search.levels(),
                search.levels(),
                search.words(),
                search.most(),
                search.most()));
  }

  private static KeptLine line(Row row) {
    return new KeptLine(
        row.large("id"),
        row.text("hash"),
        row.number("attempt"),
        new LogLine(
            row.instant("logged_at"),
            row.text("level"),
            row.text("logger"),
            row.text("message"),
            row.findText("error")));
  }
}
