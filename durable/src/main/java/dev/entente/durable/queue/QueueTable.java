package dev.entente.durable.queue;

import dev.entente.durable.jdbc.Transaction;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The queue as the engine's transactions see it: what is added or taken away is so together with
/// all else that they write. Who works on what is up to db-scheduler.
public final class QueueTable {
  private static final String ADD =
      """
      INSERT INTO durable.queue
        (task_name, task_instance, execution_time, planned_for, picked, version)
      VALUES (?, ?, ?, ?, false, 1)
      ON CONFLICT DO NOTHING
      """;

  private static final String HOLD =
      """
      SELECT planned_for FROM durable.queue
      WHERE task_name = ? AND task_instance = ? AND version = ? AND picked
      FOR UPDATE
      """;

  private static final String HOLD_WITH_RUN =
      """
      SELECT paused_at IS NOT NULL AS is_paused
      FROM durable.queue
        JOIN durable.run ON run.id = ?
        LEFT JOIN durable.function ON function.id = run.function_id
      WHERE task_name = ? AND task_instance = ? AND version = ? AND picked
        AND started_at IS NOT NULL AND ended_at IS NULL
      FOR UPDATE OF queue
      """;

  // Others go on with steps of it meanwhile.
  private static final String SHARING_RUN = HOLD_WITH_RUN + " FOR SHARE OF run";

  private static final String HAVING_RUN = HOLD_WITH_RUN + " FOR NO KEY UPDATE OF run";

  private static final String REMOVE =
      """
      DELETE FROM durable.queue
      WHERE task_name = ? AND task_instance = ? AND version = ? AND picked
      """;

  private static final String POSTPONE =
      """
      UPDATE durable.queue
      SET picked = false, picked_by = NULL, last_heartbeat = NULL, execution_time = ?,
          version = version + 1
      WHERE task_name = ? AND task_instance = ? AND version = ? AND picked
      """;

  private static final String PLAN =
      """
      UPDATE durable.queue
      SET picked = false, picked_by = NULL, last_heartbeat = NULL, execution_time = ?,
          planned_for = ?, version = version + 1
      WHERE task_name = ? AND task_instance = ? AND version = ? AND picked
      """;

  private static final String WAKE =
      """
      UPDATE durable.queue SET execution_time = ?
      WHERE task_name = ? AND task_instance = ? AND NOT picked AND execution_time > ?
      """;

  private static final String WAKE_RUN =
      """
      UPDATE durable.queue SET execution_time = ?
      WHERE task_name IN ('run', 'step') AND task_instance > ? AND task_instance < ?
        AND NOT picked AND execution_time > ?
      """;

  private static final String DROP =
      """
      DELETE FROM durable.queue WHERE task_name = ? AND task_instance = ?
      """;

  // The character behind a dot is a slash. Whoever has an item in a transaction finds the run ended
  // and drops it; to wait for each other would be for ever.
  private static final String DROP_RUN =
      """
      DELETE FROM durable.queue
      WHERE (task_name, task_instance) IN (
        SELECT task_name, task_instance FROM durable.queue
        WHERE task_name IN ('run', 'step', 'timer', 'deadline')
          AND task_instance > ? AND task_instance < ?
        FOR UPDATE SKIP LOCKED)
      """;

  private QueueTable() {}

  /// Adds items, unless they are there.
  public static void add(Transaction transaction, Collection<Item> items, Instant due) {
    transaction.addNews();
    if (items.size() == 1) {
      transaction.update(ADD, row(items.iterator().next(), due));
    } else {
      List<@Nullable Object[]> rows = items.stream().map(item -> row(item, due)).toList();
      transaction.updateAll(ADD, rows);
    }
  }

  /// Adds an item, unless it is there.
  public static void add(Transaction transaction, Item item, Instant due) {
    add(transaction, List.of(item), due);
  }

  private static @Nullable Object[] row(Item item, Instant due) {
    return new @Nullable Object[] {item.kind().taskName(), item.instance(), due, due};
  }

  /// Makes sure that an item stays ours until the transaction ends.
  ///
  /// @return when it was to be done at first
  /// @throws StaleFenceException if it is not ours
  public static Instant hold(Transaction transaction, Fence fence) {
    return transaction
        .find(HOLD, row -> row.instant("planned_for"), key(fence))
        .orElseThrow(() -> new StaleFenceException(fence));
  }

  /// How a run is held together with an item of it.
  public enum Hold {
    /// It goes on; others may hold it so, too.
    SHARED,
    /// It may be ended, or go to its next round.
    ALONE
  }

  /// Makes sure that an item stays ours, and its run goes on, until the transaction ends.
  ///
  /// @return whether its function is paused
  /// @throws StaleFenceException if it is not so
  public static boolean hold(Transaction transaction, Fence fence, Hold hold) {
    Item item = fence.item();
    return transaction
        .find(
            hold == Hold.SHARED ? SHARING_RUN : HAVING_RUN,
            row -> row.isTrue("is_paused"),
            item.runId(),
            item.kind().taskName(),
            item.instance(),
            fence.number())
        .orElseThrow(() -> new StaleFenceException(fence));
  }

  /// Takes an item that is done out of the queue.
  ///
  /// @throws StaleFenceException if it is not ours
  public static void remove(Transaction transaction, Fence fence) {
    require(transaction.update(REMOVE, key(fence)) == 1, fence);
  }

  /// Gives an item back, to be done later.
  ///
  /// @throws StaleFenceException if it is not ours
  public static void postpone(Transaction transaction, Fence fence, Instant due) {
    Item item = fence.item();
    int count =
        transaction.update(POSTPONE, due, item.kind().taskName(), item.instance(), fence.number());
    require(count == 1, fence);
  }

  /// Gives an item back, to be done again at another time that is its own.
  ///
  /// @throws StaleFenceException if it is not ours
  public static void plan(Transaction transaction, Fence fence, Instant due) {
    Item item = fence.item();
    int count =
        transaction.update(PLAN, due, due, item.kind().taskName(), item.instance(), fence.number());
    require(count == 1, fence);
  }

  private static void require(boolean isOurs, Fence fence) {
    if (!isOurs) {
      throw new StaleFenceException(fence);
    }
  }

  private static @Nullable Object[] key(Fence fence) {
    return new @Nullable Object[] {
      fence.item().kind().taskName(), fence.item().instance(), fence.number()
    };
  }

  /// Makes an item due that waits for a later time; does nothing if it is due, or not there.
  public static void wake(Transaction transaction, Item item, Instant due) {
    transaction.addNews();
    transaction.update(WAKE, due, item.kind().taskName(), item.instance(), due);
  }

  /// Makes due what a run is to do next, and its attempts that wait to be made again.
  public static void wakeRun(Transaction transaction, String runId, Instant due) {
    transaction.addNews();
    transaction.update(WAKE_RUN, due, runId + ".", runId + "/", due);
  }

  /// Takes an item out, whoever has it.
  public static void drop(Transaction transaction, Item item) {
    transaction.update(DROP, item.kind().taskName(), item.instance());
  }

  /// Takes all items of a run out, but those that somebody has in a transaction.
  public static void dropRun(Transaction transaction, String runId) {
    transaction.update(DROP_RUN, runId + ".", runId + "/");
  }
}
