package dev.entente.durable.retention;

import dev.entente.durable.jdbc.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Deletes events that were received before an instant and that no run refers to.
///
/// @param place how far it has come
record EventSweep(Instant before, Place place) implements Sweep {
  /* Walks through all of that age, a stretch at a time, since nearly all may have a run that is kept.
   * An event is locked first, and whether a run refers to it is looked at by a statement of its own:
   * a rerun that locks its event, too, is seen or is waited for by nobody. */
  private static final String STRETCH =
      """
      SELECT id, received_at FROM durable.event
      WHERE received_at >= ? AND (received_at, id) > (?, ?) AND received_at < ?
      ORDER BY received_at, id LIMIT ?
      """;
  private static final String LOCKED =
      """
      SELECT id FROM durable.event e
      WHERE id = ANY (?)
        AND NOT EXISTS (SELECT 1 FROM durable.run r WHERE r.event_id = e.id)
      ORDER BY id FOR UPDATE SKIP LOCKED
      """;
  private static final String DELETE =
      """
      DELETE FROM durable.event e
      WHERE id = ANY (?) AND NOT EXISTS (SELECT 1 FROM durable.run r WHERE r.event_id = e.id)
      """;

  EventSweep(Instant before) {
    this(before, Place.START);
  }

  @Override
  public Batch next(Transaction transaction) {
    List<Place> stretch = place.next(transaction, STRETCH, "received_at", before, BATCH);
    if (stretch.isEmpty()) {
      return new Batch(Purged.NOTHING, Optional.empty());
    }
    List<String> locked = transaction.list(LOCKED, row -> row.text("id"), Place.ids(stretch));
    int deleted = locked.isEmpty() ? 0 : transaction.update(DELETE, locked);
    return new Batch(
        Purged.events(deleted), Optional.of(new EventSweep(before, stretch.getLast())));
  }
}
