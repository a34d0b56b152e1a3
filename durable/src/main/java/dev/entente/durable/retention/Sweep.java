package dev.entente.durable.retention;

import dev.entente.durable.jdbc.Transaction;
import java.util.Optional;

/// Deletes one kind of rows, a batch a transaction. Immutable: a transaction that is made once more
/// finds it as it was.
@FunctionalInterface
interface Sweep {
  /// Rows of a batch: little enough for a transaction of some milliseconds.
  int BATCH = 1_000;

  /// Deletes the next batch.
  Batch next(Transaction transaction);

  /// What came of it.
  ///
  /// @param rest deletes what is left; empty if nothing is
  record Batch(Purged purged, Optional<Sweep> rest) {}
}
