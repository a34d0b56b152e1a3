package dev.entente.server.nights;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What nights ask of the ledger of runs over all postings.
interface NightLedger {
  /// The last run that ended by itself, of those that began then or later.
  Optional<NightRun> findLastEnded(Instant since);

  /// All runs that ended by themselves, of those that began then or later; in the order in which
  /// they were asked for.
  List<NightRun> listEnded(Instant since);

  /// Tells whether a run goes on.
  boolean isRunning();
}
