package dev.entente.durable.retention;

import dev.entente.durable.jdbc.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Deletes runs that ended before an instant, with what belongs to them.
///
/// @param place how far it has come: to pass over what is deleted already takes time, too
/// @param most runs of the next batch
record RunSweep(Instant before, Place place, int most) implements Sweep {
  /* A run may have thousands of steps, attempts and lines: a batch is as many runs, oldest first, as
   * have some ten thousand rows together, and at least one. What others have locked they delete, or
   * are about to run again. */
  private static final int MOST_ROWS = 20_000;

  private static final String OLDEST =
      """
      SELECT id, ended_at FROM durable.run r
      WHERE ended_at >= ? AND (ended_at, id) > (?, ?) AND ended_at < ?
        AND NOT EXISTS (SELECT 1 FROM durable.run waiting
          WHERE waiting.id = r.invoked_by AND waiting.status IN ('QUEUED', 'RUNNING'))
      ORDER BY ended_at, id LIMIT ?
      FOR UPDATE SKIP LOCKED
      """;
  private static final String LIGHT_ENOUGH =
      """
      SELECT count(*) AS runs FROM (SELECT number, sum(size) OVER (ORDER BY number) AS total
        FROM unnest(?::text[]) WITH ORDINALITY AS old (id, number)
        CROSS JOIN LATERAL (SELECT 1
          + (SELECT count(*) FROM durable.step s WHERE s.run_id = old.id)
          + (SELECT count(*) FROM durable.attempt a WHERE a.run_id = old.id)
          + (SELECT count(*) FROM durable.log_line l WHERE l.run_id = old.id) AS size) sized) summed
      WHERE total <= ? OR number = 1
      """;
  private static final String LINES = "DELETE FROM durable.log_line WHERE run_id = ANY (?)";
  private static final String ATTEMPTS = "DELETE FROM durable.attempt WHERE run_id = ANY (?)";
  private static final String STEPS = "DELETE FROM durable.step WHERE run_id = ANY (?)";
  private static final String RUNS = "DELETE FROM durable.run WHERE id = ANY (?)";

  RunSweep(Instant before) {
    this(before, Place.START, BATCH);
  }

  @Override
  public Batch next(Transaction transaction) {
    List<Place> oldest = place.next(transaction, OLDEST, "ended_at", before, most);
    if (oldest.isEmpty()) {
      return new Batch(Purged.NOTHING, Optional.empty());
    }
    int light =
        transaction
            .find(LIGHT_ENOUGH, row -> row.number("runs"), Place.ids(oldest), MOST_ROWS)
            .orElseThrow();
    // Those beside are likely to be as heavy: not to weigh a thousand each time.
    var rest = new RunSweep(before, oldest.get(light - 1), Math.min(BATCH, 2 * light));
    return new Batch(delete(transaction, Place.ids(oldest.subList(0, light))), Optional.of(rest));
  }

  private static Purged delete(Transaction transaction, List<String> ids) {
    long lines = transaction.update(LINES, ids);
    long attempts = transaction.update(ATTEMPTS, ids);
    long steps = transaction.update(STEPS, ids);
    long runs = transaction.update(RUNS, ids);
    return new Purged(runs, steps, attempts, lines, 0, 0, 0, 0, true);
  }
}
