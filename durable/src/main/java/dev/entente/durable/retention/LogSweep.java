package dev.entente.durable.retention;

import dev.entente.durable.jdbc.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Deletes the lines of runs that ended before an instant.
///
/// Walks through the runs in the order of their ends; of those of one stretch, lines go by batches.
///
/// @param place how far it has come
/// @param runs of the stretch at that place, whose lines are being deleted
record LogSweep(Instant before, Place place, List<String> runs) implements Sweep {
  private static final String RUNS =
      """
      SELECT id, ended_at FROM durable.run
      WHERE ended_at >= ? AND (ended_at, id) > (?, ?) AND ended_at < ?
      ORDER BY ended_at, id LIMIT ?
      """;
  private static final String DELETE =
      """
      WITH old AS MATERIALIZED (SELECT run_id, id FROM durable.log_line
        WHERE run_id = ANY (?) LIMIT ? FOR UPDATE SKIP LOCKED)
      DELETE FROM durable.log_line l USING old WHERE l.run_id = old.run_id AND l.id = old.id
      """;

  LogSweep(Instant before) {
    this(before, Place.START, List.of());
  }

  @Override
  public Batch next(Transaction transaction) {
    return runs.isEmpty() ? walk(transaction) : delete(transaction);
  }

  private Batch walk(Transaction transaction) {
    List<Place> stretch = place.next(transaction, RUNS, "ended_at", before, BATCH);
    return stretch.isEmpty()
        ? new Batch(Purged.NOTHING, Optional.empty())
        : new LogSweep(before, stretch.getLast(), Place.ids(stretch)).delete(transaction);
  }

  private Batch delete(Transaction transaction) {
    int deleted = transaction.update(DELETE, runs, BATCH);
    Sweep rest = deleted < BATCH ? new LogSweep(before, place, List.of()) : this;
    return new Batch(Purged.logLines(deleted), Optional.of(rest));
  }
}
