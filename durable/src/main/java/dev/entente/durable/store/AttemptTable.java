package dev.entente.durable.store;

import dev.entente.durable.jdbc.Transaction;
import dev.entente.durable.queue.Fence;
import dev.entente.inngest.function.ErrorReport;
import java.time.Instant;
import java.util.Optional;

/// What was tried, of steps and of functions between their steps.
public final class AttemptTable {
  private static final String ADD =
      """
      INSERT INTO durable.attempt
        (run_id, hash, attempt, outcome, error, instance, fence, started_at, ended_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String COUNT_LOST =
      """
      SELECT count(*) AS count FROM durable.attempt
      WHERE run_id = ? AND hash = ? AND outcome = 'LOST' AND id > coalesce(
        (SELECT max(id) FROM durable.attempt WHERE run_id = ? AND outcome <> 'LOST'), 0)
      """;

  private AttemptTable() {}

  /// How an attempt came out.
  public enum Outcome {
    /// It has done what it was for.
    DONE,
    /// It has failed, for good.
    FAILED,
    /// It has failed, and there will be another.
    RETRIED,
    /// The instance was gone before it had an end.
    LOST
  }

  /// One attempt.
  ///
  /// @param hash of the step; empty for the function itself
  public record Attempt(
      String runId,
      String hash,
      int number,
      Outcome outcome,
      Optional<ErrorReport> error,
      Instant startedAt) {}

  /// Keeps an attempt that has ended.
  public static void add(Transaction transaction, Attempt attempt, Fence fence, Instant now) {
    transaction.update(
        ADD,
        attempt.runId(),
        attempt.hash(),
        attempt.number(),
        attempt.outcome(),
        attempt.error().map(ErrorReport::toJson),
        fence.instance(),
        fence.number(),
        attempt.startedAt(),
        now);
  }

  /// How often in a row instances were gone in the middle of a step or, with an empty hash, of what
  /// is between them.
  public static int countLost(Transaction transaction, String runId, String hash) {
    return transaction.find(COUNT_LOST, row -> row.number("count"), runId, hash, runId).orElse(0);
  }
}
