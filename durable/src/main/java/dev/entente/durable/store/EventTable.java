package dev.entente.durable.store;

import dev.entente.durable.jdbc.Row;
import dev.entente.durable.jdbc.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Events as they are kept.
public final class EventTable {
  private static final Duration UNIQUE = Duration.ofHours(24);

  private static final String ADD =
      """
      INSERT INTO durable.event
        (id, name, data, external_id, version, occurred_at, received_at, sent_by_run)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """;

  private static final String IS_KNOWN =
      """
      SELECT 1 FROM durable.event WHERE external_id = ? AND name = ? AND received_at > ? LIMIT 1
      """;

  private static final String FIND =
      """
      SELECT name, data, external_id, version, occurred_at FROM durable.event WHERE id = ?
      """;

  private EventTable() {}

  /// Keeps an event.
  ///
  /// @param sender the run that has sent it, if one has
  /// @return whether it is to start functions: not if it is kept already, or if another of its name
  ///   has come with the same sender's id within 24 hours
  public static boolean add(
      Transaction transaction, StoredEvent event, Instant now, Optional<String> sender) {
    boolean isKnown =
        event.externalId().filter(id -> isKnown(transaction, event, id, now)).isPresent();
    int count =
        transaction.update(
            ADD,
            event.id(),
            event.name(),
            event.data(),
            event.externalId(),
            event.version(),
            event.occurredAt(),
            now,
            sender);
    return count == 1 && !isKnown;
  }

  private static boolean isKnown(
      Transaction transaction, StoredEvent event, String externalId, Instant now) {
    transaction.lock("event " + event.name() + " " + externalId);
    return transaction.exists(IS_KNOWN, externalId, event.name(), now.minus(UNIQUE));
  }

  /// An event that is kept.
  public static StoredEvent get(Transaction transaction, String id) {
    return transaction
        .find(FIND, row -> read(row, id), id)
        .orElseThrow(() -> new IllegalStateException("no event " + id));
  }

  static StoredEvent read(Row row, String id) {
    return new StoredEvent(
        id,
        row.text("name"),
        row.json("data"),
        row.findText("external_id"),
        row.findText("version"),
        row.instant("occurred_at"));
  }
}
