package dev.entente.durable.store;

import dev.entente.durable.jdbc.Transaction;
import java.time.Instant;

/// What functions may do, and what has started them.
public final class FunctionTable {
  private static final String IS_PAUSED =
      """
      SELECT 1 FROM durable.function WHERE id = ? AND paused_at IS NOT NULL
      """;

  private static final String IS_STILL_PAUSED =
      """
      SELECT 1 FROM durable.function WHERE id = ? AND paused_at IS NOT NULL FOR SHARE
      """;

  private static final String EXISTS =
      """
      SELECT 1 FROM durable.function WHERE id = ?
      """;

  private static final String PAUSE =
      """
      UPDATE durable.function SET paused_at = ? WHERE id = ? AND paused_at IS NULL
      """;

  private static final String RESUME =
      """
      UPDATE durable.function SET paused_at = NULL WHERE id = ? AND paused_at IS NOT NULL
      """;

  private static final String IS_HEEDED =
      """
      SELECT 1 FROM durable.cron_tick WHERE function_id = ? AND scheduled_for = ?
      """;

  private static final String ADD_TICK =
      """
      INSERT INTO durable.cron_tick (function_id, scheduled_for, run_id) VALUES (?, ?, ?)
      """;

  private static final String TAKE_KEY =
      """
      INSERT INTO durable.idempotency (function_id, key, run_id, started_at) VALUES (?, ?, ?, ?)
      ON CONFLICT (function_id, key) DO UPDATE
      SET run_id = excluded.run_id, started_at = excluded.started_at
      WHERE idempotency.started_at <= ?
      """;

  private FunctionTable() {}

  /// Tells whether a function is paused.
  public static boolean isPaused(Transaction transaction, String id) {
    return transaction.exists(IS_PAUSED, id);
  }

  /// The same, until the transaction ends: who resumes it then sees what this has put off.
  public static boolean isStillPaused(Transaction transaction, String id) {
    return transaction.exists(IS_STILL_PAUSED, id);
  }

  /// Tells whether a function was ever registered.
  public static boolean exists(Transaction transaction, String id) {
    return transaction.exists(EXISTS, id);
  }

  /// Pauses a function.
  ///
  /// @return whether it is there and was not paused
  public static boolean pause(Transaction transaction, String id, Instant now) {
    return transaction.update(PAUSE, now, id) == 1;
  }

  /// Ends a pause.
  ///
  /// @return whether it was paused
  public static boolean resume(Transaction transaction, String id) {
    return transaction.update(RESUME, id) == 1;
  }

  /// Tells whether an instant of a function's crons was heeded; nobody else heeds it until the
  /// transaction ends.
  public static boolean isHeeded(Transaction transaction, String functionId, Instant instant) {
    transaction.lock("cron " + functionId + " " + instant);
    return transaction.exists(IS_HEEDED, functionId, instant);
  }

  /// Keeps that an instant was heeded.
  public static void addTick(
      Transaction transaction, String functionId, Instant instant, String runId) {
    transaction.update(ADD_TICK, functionId, instant, runId);
  }

  /// Takes a value of an idempotency expression.
  ///
  /// @param since until when runs count that had it before
  /// @return whether no run has had it since
  public static boolean takeKey(Transaction transaction, NewRun run, String key, Instant since) {
    return transaction.update(TAKE_KEY, run.functionId(), key, run.id(), run.queuedAt(), since)
        == 1;
  }
}
