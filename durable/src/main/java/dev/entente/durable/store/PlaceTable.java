package dev.entente.durable.store;

import dev.entente.durable.jdbc.Row;
import dev.entente.durable.jdbc.Transaction;
import dev.entente.durable.queue.Item;
import dev.entente.durable.queue.ItemKind;
import dev.entente.durable.queue.QueueTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Places of concurrency limits, and the items that wait for one, first come, first served.
///
/// An item has one number from when it first finds no place until it has all that it needs,
/// whatever limit it waits for meanwhile: of those that wait, the first can always go on once there
/// is room.
public final class PlaceTable {
  private static final String LOCK = "place ";

  // What an item waits for that has stepped aside.
  private static final String NOTHING = "";

  private static final String HAS =
      """
      SELECT 1 FROM durable.concurrency_place WHERE limit_key = ? AND holder = ?
      """;

  private static final String HAS_ROOM =
      """
      SELECT 1 WHERE
        ? - (SELECT count(*) FROM durable.concurrency_place WHERE limit_key = ?)
        > (SELECT count(*) FROM (
          SELECT 1 FROM durable.concurrency_wait
          WHERE limit_key = ? AND number < coalesce((
            SELECT number FROM durable.concurrency_wait
            WHERE task_name = ? AND task_instance = ?), 9223372036854775807)
          LIMIT ?) AS before)
      """;

  private static final String ADD =
      """
      INSERT INTO durable.concurrency_place (limit_key, holder) VALUES (?, ?)
      ON CONFLICT DO NOTHING
      """;

  private static final String WAIT =
      """
      INSERT INTO durable.concurrency_wait (limit_key, task_name, task_instance)
      VALUES (?, ?, ?)
      ON CONFLICT (task_name, task_instance) DO UPDATE SET limit_key = excluded.limit_key
      """;

  private static final String STEP_ASIDE =
      """
      UPDATE durable.concurrency_wait SET limit_key = '' WHERE task_name = ? AND task_instance = ?
      """;

  private static final String WAITS_FOR =
      """
      SELECT limit_key FROM durable.concurrency_wait WHERE task_name = ? AND task_instance = ?
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
      SELECT task_name, task_instance FROM durable.concurrency_wait
      WHERE limit_key = ? AND ? > (SELECT count(*) FROM durable.concurrency_place WHERE limit_key = ?)
      ORDER BY number LIMIT 1
      """;

  private static final String PLACES_OF_RUN =
      """
      SELECT limit_key FROM durable.concurrency_place
      WHERE holder = ? OR (holder > ? AND holder < ?) OR (holder > ? AND holder < ?)
      """;

  private static final String WAITS_OF_RUN =
      """
      SELECT limit_key FROM durable.concurrency_wait
      WHERE task_name IN ('run', 'step') AND task_instance > ? AND task_instance < ?
      """;

  private static final String FREE_RUN =
      """
      DELETE FROM durable.concurrency_place
      WHERE holder = ? OR (holder > ? AND holder < ?) OR (holder > ? AND holder < ?)
      """;

  private static final String FORGET_RUN =
      """
      DELETE FROM durable.concurrency_wait
      WHERE task_name IN ('run', 'step') AND task_instance > ? AND task_instance < ?
      """;

  private PlaceTable() {}

  /// A place that an item needs. Immutable.
  ///
  /// @param limitKey what it is counted under
  /// @param limit how many places there are
  /// @param holder whose it is: the item, or its run
  public record Wanted(String limitKey, int limit, String holder) {}

  /// Takes all places that an item needs, but for those that their holder has, or none: each only
  /// if fewer items wait before it than places are free.
  ///
  /// @return the first limit with no place for it; empty if it has all
  public static Optional<Wanted> take(
      Transaction transaction, List<Wanted> wanted, Item item, Instant now) {
    List<Wanted> missing =
        wanted.stream()
            .filter(place -> !transaction.exists(HAS, place.limitKey(), place.holder()))
            .sorted(Comparator.comparing(Wanted::limitKey)) // as everywhere they are locked
            .toList();
    for (Wanted place : missing) {
      lock(transaction, place.limitKey());
      if (!hasRoom(transaction, place, item)) {
        return Optional.of(place);
      }
    }
    missing.forEach(place -> transaction.update(ADD, place.limitKey(), place.holder()));
    stopWaiting(transaction, missing, item, now);
    return Optional.empty();
  }

  private static boolean hasRoom(Transaction transaction, Wanted place, Item item) {
    return transaction.exists(
        HAS_ROOM,
        place.limit(),
        place.limitKey(),
        place.limitKey(),
        item.kind().taskName(),
        item.instance(),
        place.limit());
  }

  // Of several places that are free, the first that waits is told, and tells the next.
  private static void stopWaiting(
      Transaction transaction, List<Wanted> taken, Item item, Instant now) {
    Optional<String> waited = waitsFor(transaction, item);
    if (waited.isEmpty()) {
      return;
    }
    transaction.update(STOP_WAITING, item.kind().taskName(), item.instance());
    int limit =
        taken.stream()
            .filter(place -> place.limitKey().equals(waited.get()))
            .findFirst()
            .map(Wanted::limit)
            .orElse(Integer.MAX_VALUE);
    wakeNext(transaction, waited.get(), limit, now);
  }

  private static Optional<String> waitsFor(Transaction transaction, Item item) {
    return transaction.find(WAITS_FOR, PlaceTable::key, item.kind().taskName(), item.instance());
  }

  /// Lets an item wait for a place; one that has waited for another keeps its number.
  public static void await(Transaction transaction, String limitKey, Item item, Instant now) {
    Optional<String> before = waitsFor(transaction, item);
    if (before.filter(limitKey::equals).isEmpty()) {
      transaction.update(WAIT, limitKey, item.kind().taskName(), item.instance());
      before.ifPresent(key -> wakeNext(transaction, key, now));
    }
  }

  /// Lets an item that cannot go on at present keep nobody from a place. It keeps its number.
  public static void stepAside(Transaction transaction, Item item, Instant now) {
    waitsFor(transaction, item)
        .ifPresent(
            key -> {
              lock(transaction, key);
              transaction.update(STEP_ASIDE, item.kind().taskName(), item.instance());
              wakeNext(transaction, key, now);
            });
  }

  private static void lock(Transaction transaction, String limitKey) {
    transaction.lock(LOCK + limitKey);
  }

  /// Gives all places of a holder back, and makes due what waits for them.
  public static void free(Transaction transaction, String holder, Instant now) {
    for (String limitKey : transaction.list(KEYS, PlaceTable::key, holder)) {
      lock(transaction, limitKey);
      transaction.update(FREE, limitKey, holder);
      wakeNext(transaction, limitKey, now);
    }
  }

  private static void wakeNext(Transaction transaction, String limitKey, Instant now) {
    wakeNext(transaction, limitKey, Integer.MAX_VALUE, now);
  }

  // Makes due what has waited longest. It stays in its place until it has what it waits for.
  private static void wakeNext(Transaction transaction, String limitKey, int limit, Instant now) {
    if (limitKey.equals(NOTHING)) {
      return;
    }
    transaction
        .find(
            NEXT,
            row -> new Item(kind(row.text("task_name")), row.text("task_instance")),
            limitKey,
            limit,
            limitKey)
        .ifPresent(item -> QueueTable.wake(transaction, item, now));
  }

  private static ItemKind kind(String taskName) {
    return ItemKind.valueOf(taskName.toUpperCase(Locale.ROOT));
  }

  /// Gives back all places of a run and of its items, forgets those that wait, and makes due what
  /// waits behind them.
  public static void freeRun(Transaction transaction, String runId, Instant now) {
    String from = runId + ".";
    String to = runId + "/";
    @Nullable Object[] holders = {runId, "run:" + from, "run:" + to, "step:" + from, "step:" + to};
    List<String> keys = new ArrayList<>();
    keys.addAll(transaction.list(PLACES_OF_RUN, PlaceTable::key, holders));
    keys.addAll(transaction.list(WAITS_OF_RUN, PlaceTable::key, from, to));
    if (keys.isEmpty()) {
      return;
    }
    List<String> sorted = keys.stream().sorted().distinct().toList();
    sorted.forEach(key -> lock(transaction, key));
    transaction.update(FREE_RUN, holders);
    transaction.update(FORGET_RUN, from, to);
    sorted.forEach(key -> wakeNext(transaction, key, now));
  }

  private static String key(Row row) {
    return row.text("limit_key");
  }
}
