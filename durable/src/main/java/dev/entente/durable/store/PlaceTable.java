package dev.entente.durable.store;

import dev.entente.durable.jdbc.Transaction;
import dev.entente.durable.queue.Item;
import dev.entente.durable.queue.ItemKind;
import dev.entente.durable.queue.QueueTable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// Places of concurrency limits, and the items that wait for one, first come, first served.
public final class PlaceTable {
  private static final String LOCK = "place ";

  private static final String HAS =
      """
      SELECT 1 FROM durable.concurrency_place WHERE limit_key = ? AND holder = ?
      """;

  private static final String COUNT =
      """
      SELECT count(*) AS count FROM durable.concurrency_place WHERE limit_key = ?
      """;

  private static final String ADD =
      """
      INSERT INTO durable.concurrency_place (limit_key, holder) VALUES (?, ?)
      """;

  private static final String WAIT =
      """
      INSERT INTO durable.concurrency_wait (limit_key, task_name, task_instance)
      VALUES (?, ?, ?)
      ON CONFLICT (task_name, task_instance) DO NOTHING
      """;

  private static final String STOP_WAITING =
      """
      DELETE FROM durable.concurrency_wait WHERE task_name = ? AND task_instance = ?
      """;

  private static final String KEYS =
      """
      SELECT limit_key FROM durable.concurrency_place WHERE holder = ? ORDER BY limit_key
      """;

  private static final String FREE =
      """
      DELETE FROM durable.concurrency_place WHERE limit_key = ? AND holder = ?
      """;

  private static final String NEXT =
      """
      DELETE FROM durable.concurrency_wait
      WHERE limit_key = ? AND number =
        (SELECT min(number) FROM durable.concurrency_wait WHERE limit_key = ?)
      RETURNING task_name, task_instance
      """;

  private static final String FORGET =
      """
      DELETE FROM durable.concurrency_wait
      WHERE task_instance > ? AND task_instance < ?
      """;

  private static final String HOLDERS_OF_RUN =
      """
      SELECT holder FROM durable.concurrency_place
      WHERE holder = ? OR (holder > ? AND holder < ?) OR (holder > ? AND holder < ?)
      UNION
      SELECT '' FROM durable.concurrency_wait WHERE task_instance > ? AND task_instance < ?
      """;

  private PlaceTable() {}

  /// Takes a place, unless the holder has it.
  ///
  /// @return whether the holder has a place
  public static boolean take(Transaction transaction, String limitKey, int limit, String holder) {
    if (transaction.exists(HAS, limitKey, holder)) {
      return true;
    }
    transaction.lock(LOCK + limitKey);
    int taken = transaction.find(COUNT, row -> row.number("count"), limitKey).orElse(0);
    return taken < limit && transaction.update(ADD, limitKey, holder) == 1;
  }

  /// Lets an item wait for a place.
  public static void await(Transaction transaction, String limitKey, Item item) {
    transaction.update(WAIT, limitKey, item.kind().taskName(), item.instance());
  }

  /// Forgets that an item waits.
  public static void stopWaiting(Transaction transaction, Item item) {
    transaction.update(STOP_WAITING, item.kind().taskName(), item.instance());
  }

  /// Gives all places of a holder back, and makes due what waits for them.
  public static void free(Transaction transaction, String holder, Instant now) {
    for (String limitKey : transaction.list(KEYS, row -> row.text("limit_key"), holder)) {
      transaction.lock(LOCK + limitKey);
      transaction.update(FREE, limitKey, holder);
      wakeNext(transaction, limitKey, now);
    }
  }

  /// Makes due what has waited longest for a place.
  public static void wakeNext(Transaction transaction, String limitKey, Instant now) {
    transaction
        .find(
            NEXT,
            row -> new Item(kind(row.text("task_name")), row.text("task_instance")),
            limitKey,
            limitKey)
        .ifPresent(item -> QueueTable.wake(transaction, item, now));
  }

  private static ItemKind kind(String taskName) {
    return ItemKind.valueOf(taskName.toUpperCase(Locale.ROOT));
  }

  /// Gives back all places of a run and of its items, and forgets those that wait.
  public static void freeRun(Transaction transaction, String runId, Instant now) {
    List<String> holders =
        transaction.list(
            HOLDERS_OF_RUN,
            row -> row.text("holder"),
            runId,
            "run:" + runId + ".",
            "run:" + runId + "/",
            "step:" + runId + ".",
            "step:" + runId + "/",
            runId + ".",
            runId + "/");
    if (holders.contains("")) {
      transaction.update(FORGET, runId + ".", runId + "/");
    }
    holders.forEach(holder -> free(transaction, holder, now));
  }
}
