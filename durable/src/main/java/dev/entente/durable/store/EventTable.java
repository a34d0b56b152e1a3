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

  // Longer ones do not fit into an index.
  private static final String TAKE_KEY =
      """
      INSERT INTO durable.event_key (name, external_id, started_at)
      SELECT ?, CASE WHEN octet_length(id) <= 512 THEN id
          ELSE 'sha256:' || encode(sha256(convert_to(id, 'UTF8')), 'hex') END, ?
      FROM (VALUES (?::text)) AS sender (id)
      ON CONFLICT (name, external_id) DO UPDATE SET started_at = excluded.started_at
      WHERE event_key.started_at <= ?
      """;

  private static final String FIND =
      """
      SELECT name, data, external_id, version, occurred_at FROM durable.event WHERE id = ?
      """;

  private EventTable() {}

  /// Keeps an event.
  ///
  /// @param sender the run that has sent it, if one has
  /// @return whether it was not kept already
  public static boolean add(
      Transaction transaction, StoredEvent event, Instant now, Optional<String> sender) {
    return transaction.update(
            ADD,
            event.id(),
            event.name(),
            event.data(),
            event.externalId(),
            event.version(),
            event.occurredAt(),
            now,
            sender)
        == 1;
  }

  /// Takes the id that its sender gave an event.
  ///
  /// @return whether the event is to start functions: it has no such id, or none of its name has
  ///   started any with it within 24 hours
  public static boolean takeKey(Transaction transaction, StoredEvent event, Instant now) {
    return event.externalId().isEmpty()
        || transaction.update(
                TAKE_KEY, event.name(), now, event.externalId().get(), now.minus(UNIQUE))
            == 1;
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
