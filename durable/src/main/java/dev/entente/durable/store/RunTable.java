package dev.entente.durable.store;

import dev.entente.durable.jdbc.Row;
import dev.entente.durable.jdbc.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Runs as they are kept. Changes name the state that they expect.
public final class RunTable {
  private static final String ADD =
      """
      INSERT INTO durable.run
        (id, function_id, event_id, status, reason, queued_at, ended_at, singleton_key,
         singleton_state, scheduled_for, is_late, missed, invoked_by, invoked_step, rerun_of,
         rerun_from)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String COLUMNS =
      """
      SELECT id, function_id, event_id, status, round, attempt, queued_at,
             singleton_key, invoked_by, invoked_step
      FROM durable.run
      """;

  private static final String FIND = COLUMNS + "WHERE id = ?";

  private static final String PENDING =
      """
      SELECT run.id, function_id, event_id, status, round, attempt, queued_at,
             singleton_key, invoked_by, invoked_step, paused_at IS NOT NULL AS is_paused,
             event.name, event.data, event.external_id, event.version, event.occurred_at
      FROM durable.run
        JOIN durable.event ON event.id = run.event_id
        LEFT JOIN durable.function ON function.id = run.function_id
      WHERE
      """;

  // Not by the status: the index of what goes on would look small, and be full of what has ended.
  private static final String HOLD_PENDING =
      PENDING + "run.ended_at IS NULL AND run.id = ? FOR SHARE OF run";

  private static final String LIST_PENDING =
      PENDING + "status IN ('QUEUED', 'RUNNING') AND function_id = ? ORDER BY run.id";

  private static final String KEEP =
      """
      SELECT 1 FROM durable.run JOIN durable.event ON event.id = run.event_id
      WHERE run.id = ?
      FOR SHARE
      """;

  private static final String HOLDER =
      """
      SELECT id FROM durable.run
      WHERE function_id = ? AND singleton_key = ? AND singleton_state = ?
      """;

  private static final String BEGIN =
      """
      UPDATE durable.run SET status = 'RUNNING', started_at = ?
      WHERE id = ? AND started_at IS NULL AND ended_at IS NULL
      """;

  private static final String ADVANCE =
      """
      UPDATE durable.run SET round = round + 1, attempt = 0
      WHERE id = ? AND round = ? AND started_at IS NOT NULL AND ended_at IS NULL
      """;

  private static final String SET_ATTEMPT =
      """
      UPDATE durable.run SET attempt = ? WHERE id = ? AND attempt <> ?
      """;

  private static final String END =
      """
      UPDATE durable.run
      SET status = ?, reason = ?, output = ?, error = ?, ended_at = ?, singleton_state = NULL
      WHERE id = ? AND ended_at IS NULL
      """;

  private static final String PROMOTE =
      """
      UPDATE durable.run SET singleton_state = 'HELD'
      WHERE function_id = ? AND singleton_key = ? AND singleton_state = 'WAITING'
      RETURNING id
      """;

  private RunTable() {}

  /// What becomes of a new run.
  public sealed interface Start {
    /// It begins as soon as somebody has time.
    record Queued() implements Start {}

    /// It begins when the one that goes on has ended.
    record Behind() implements Start {}

    /// It never begins.
    ///
    /// @param reason in words
    record Skipped(String reason) implements Start {}

    /// It is not even kept.
    ///
    /// @param reason in words
    record Dropped(String reason) implements Start {}
  }

  /// Keeps a run.
  public static void add(Transaction transaction, NewRun run, Start start) {
    Optional<RunOrigin.Scheduled> cron = as(RunOrigin.Scheduled.class, run.origin());
    Optional<RunOrigin.Invoked> invoker = as(RunOrigin.Invoked.class, run.origin());
    Optional<RunOrigin.Rerun> rerun = as(RunOrigin.Rerun.class, run.origin());
    boolean isSkipped = start instanceof Start.Skipped;
    transaction.update(
        ADD,
        run.id(),
        run.functionId(),
        run.eventId(),
        isSkipped ? RunStatus.SKIPPED : RunStatus.QUEUED,
        start instanceof Start.Skipped(String reason) ? reason : null,
        run.queuedAt(),
        isSkipped ? run.queuedAt() : null,
        run.singletonKey(),
        singletonState(run, start),
        cron.map(RunOrigin.Scheduled::instant),
        cron.map(RunOrigin.Scheduled::isLate).orElse(false),
        cron.map(RunOrigin.Scheduled::missed).orElse(0),
        invoker.map(RunOrigin.Invoked::runId),
        invoker.map(RunOrigin.Invoked::hash),
        rerun.map(RunOrigin.Rerun::runId),
        rerun.flatMap(RunOrigin.Rerun::from));
  }

  private static <T extends RunOrigin> Optional<T> as(Class<T> type, RunOrigin origin) {
    return type.isInstance(origin) ? Optional.of(type.cast(origin)) : Optional.empty();
  }

  private static @Nullable String singletonState(NewRun run, Start start) {
    if (run.singletonKey().isEmpty()) {
      return null;
    }
    return switch (start) {
      case Start.Queued() -> "HELD";
      case Start.Behind() -> "WAITING";
      case Start.Skipped _, Start.Dropped _ -> null;
    };
  }

  /// A run.
  public static Optional<RunRow> find(Transaction transaction, String id) {
    return transaction.find(FIND, RunTable::read, id);
  }

  /// A run that has not ended, with what an attempt needs of it.
  ///
  /// @param isPaused whether its function is
  public record PendingRun(RunRow run, StoredEvent event, boolean isPaused) {}

  /// A run that has not ended, kept from ending until the transaction does.
  public static Optional<PendingRun> holdPending(Transaction transaction, String id) {
    return transaction.find(HOLD_PENDING, RunTable::readPending, id);
  }

  /// The runs of a function that have not ended, oldest first.
  public static List<PendingRun> listPending(Transaction transaction, String functionId) {
    return transaction.list(LIST_PENDING, RunTable::readPending, functionId);
  }

  private static PendingRun readPending(Row row) {
    return new PendingRun(
        read(row), EventTable.read(row, row.text("event_id")), row.isTrue("is_paused"));
  }

  /// Keeps a run and its event from being deleted until the transaction ends.
  public static void keep(Transaction transaction, String id) {
    transaction.exists(KEEP, id);
  }

  /// The run that is the only one for a key.
  public static Optional<String> findHolder(
      Transaction transaction, String functionId, String singletonKey) {
    return transaction.find(HOLDER, row -> row.text("id"), functionId, singletonKey, "HELD");
  }

  /// The run that begins when the only one for a key has ended.
  public static Optional<String> findWaiting(
      Transaction transaction, String functionId, String singletonKey) {
    return transaction.find(HOLDER, row -> row.text("id"), functionId, singletonKey, "WAITING");
  }

  /// Marks a run as begun.
  ///
  /// @return whether it was queued
  public static boolean begin(Transaction transaction, String id, Instant now) {
    return transaction.update(BEGIN, now, id) == 1;
  }

  /// Goes on to the next round.
  ///
  /// @return whether the run goes on and was in that round
  public static boolean advance(Transaction transaction, String id, int round) {
    return transaction.update(ADVANCE, id, round) == 1;
  }

  /// Sets which attempt of the function's own part comes next.
  public static void setAttempt(Transaction transaction, String id, int attempt) {
    transaction.update(SET_ATTEMPT, attempt, id, attempt);
  }

  /// Ends a run.
  ///
  /// @return whether it had not ended
  public static boolean end(Transaction transaction, String id, RunEnd end, Instant now) {
    return transaction.update(
            END,
            end.status(),
            end.reason(),
            end.output(),
            end.error().map(e -> e.toJson()),
            now,
            id)
        == 1;
  }

  /// Makes the run that waits for a key the only one.
  ///
  /// @return its id, if one waits
  public static Optional<String> promote(
      Transaction transaction, String functionId, String singletonKey) {
    return transaction.find(PROMOTE, row -> row.text("id"), functionId, singletonKey);
  }

  private static RunRow read(Row row) {
    return new RunRow(
        row.text("id"),
        row.text("function_id"),
        row.text("event_id"),
        row.constant("status", RunStatus.class),
        row.number("round"),
        row.number("attempt"),
        row.instant("queued_at"),
        row.findText("singleton_key"),
        row.findText("invoked_by")
            .map(runId -> new RunOrigin.Invoked(runId, row.text("invoked_step"))));
  }
}
