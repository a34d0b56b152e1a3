package dev.entente.durable.retention;

import dev.entente.durable.jdbc.Transaction;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongFunction;

/// Deletes what only keeps something from being started twice, and does not any more.
///
/// @param sql deletes a batch, with the instant and the size of a batch as its values
/// @param counted what so many deleted rows are
record KeySweep(String sql, LongFunction<Purged> counted, Instant before) implements Sweep {
  private static final String KEYS =
      """
      WITH old AS MATERIALIZED (SELECT function_id, key FROM durable.idempotency
        WHERE started_at < ? ORDER BY started_at LIMIT ? FOR UPDATE SKIP LOCKED)
      DELETE FROM durable.idempotency k USING old
      WHERE k.function_id = old.function_id AND k.key = old.key
      """;

  private static final String EVENT_KEYS =
      """
      WITH old AS MATERIALIZED (SELECT name, external_id FROM durable.event_key
        WHERE started_at < ? ORDER BY started_at LIMIT ? FOR UPDATE SKIP LOCKED)
      DELETE FROM durable.event_key k USING old
      WHERE k.name = old.name AND k.external_id = old.external_id
      """;

  /* The newest of a function stays, however old: it tells an operator when the last was. */
  private static final String TICKS =
      """
      WITH old AS MATERIALIZED (SELECT t.function_id, t.scheduled_for
        FROM durable.function f CROSS JOIN LATERAL (
          SELECT max(n.scheduled_for) AS at FROM durable.cron_tick n WHERE n.function_id = f.id
        ) newest
        JOIN durable.cron_tick t ON t.function_id = f.id AND t.scheduled_for < newest.at
        WHERE t.scheduled_for < ? LIMIT ? FOR UPDATE OF t SKIP LOCKED)
      DELETE FROM durable.cron_tick t USING old
      WHERE t.function_id = old.function_id AND t.scheduled_for = old.scheduled_for
      """;

  static KeySweep ofIdempotency(Instant before) {
    return new KeySweep(KEYS, Purged::idempotencyKeys, before);
  }

  static KeySweep ofEvents(Instant before) {
    return new KeySweep(EVENT_KEYS, Purged::eventKeys, before);
  }

  static KeySweep ofCronTicks(Instant before) {
    return new KeySweep(TICKS, Purged::cronTicks, before);
  }

  @Override
  public Batch next(Transaction transaction) {
    int deleted = transaction.update(sql, before, BATCH);
    return new Batch(
        counted.apply(deleted), deleted < BATCH ? Optional.empty() : Optional.of(this));
  }
}
