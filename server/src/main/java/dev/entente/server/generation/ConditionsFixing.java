package dev.entente.server.generation;

import dev.entente.matching.criteria.CalibrationTally;
import dev.entente.matching.criteria.RunConditions;
import dev.entente.server.candidates.CandidateReading;
import dev.entente.server.matchings.ListLock;
import dev.entente.server.matchings.RankingRequests;
import dev.entente.server.postings.StoredPosting;
import dev.entente.server.runs.ChunkLedger;
import dev.entente.server.runs.RunKind;
import dev.entente.server.runs.RunLedger;
import dev.entente.server.runs.RunStatus;
import dev.entente.server.runs.StandingConditions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Fixes the conditions of runs, and takes them back. Those of a run over all postings hold for all
/// lists from then on.
@Component
class ConditionsFixing {
  private final CandidateReading candidates;
  private final StoredPosting.Finder postings;
  private final StandingConditions standing;
  private final RunLedger ledger;
  private final ChunkLedger chunks;
  private final ListLock lock;
  private final RankingRequests requests;
  private final InstantSource clock;
  private final TransactionTemplate transactions;

  ConditionsFixing(
      CandidateReading candidates,
      StoredPosting.Finder postings,
      StandingConditions standing,
      RunLedger ledger,
      ChunkLedger chunks,
      ListLock lock,
      RankingRequests requests,
      InstantSource clock,
      TransactionTemplate transactions) {
    this.candidates = candidates;
    this.postings = postings;
    this.standing = standing;
    this.ledger = ledger;
    this.chunks = chunks;
    this.lock = lock;
    this.requests = requests;
    this.clock = clock;
    this.transactions = transactions;
  }

  /// Fixes and records the conditions and the chunks of a run over all postings, while no list is
  /// being written under others; a run that has its chunks keeps them.
  ///
  /// @return how many chunks there are
  int fixForAll(UUID run, Instant asOf) {
    int known = chunks.count(run);
    if (known > 0) {
      return known;
    }
    var tally = new CalibrationTally();
    tally.add(candidates.sums());
    return transactions.execute(
        _ -> {
          lock.toWeigh();
          var conditions =
              new RunConditions(
                  asOf,
                  standing
                      .last()
                      .map(last -> tally.after(last.calibration()))
                      .orElseGet(tally::first));
          // Listed when the conditions stand: a posting that comes later is ranked under them at
          // once.
          List<List<String>> all = Chunks.of(postings.listActiveIds());
          ledger.fix(run, conditions, all);
          return all.size();
        });
  }

  /// Records the conditions of a run over some postings: those that hold already.
  ///
  /// @return how many chunks there are
  int fixForSome(UUID run) {
    ledger.fix(run, standing.at(clock.instant()), List.of());
    return chunks.count(run);
  }

  /// Records that a run is over though it has not done its work. If its conditions held for all
  /// lists, those of before hold again: lists that it wrote are asked for.
  ///
  /// @param status FAILED or CANCELLED
  /// @return whether it went on until now, or was queued
  boolean breakOff(UUID run, RunStatus status, String reason) {
    return transactions.execute(
        _ -> {
          // Nobody writes a list under them while they are taken back.
          lock.toWeigh();
          Optional<RunLedger.Going> going = ledger.hold(run);
          going.ifPresent(
              one -> {
                ledger.breakOff(run, status, reason, clock.instant());
                if (one.kind() == RunKind.ALL && one.hasConditions()) {
                  requests.addAll();
                }
              });
          return going.isPresent();
        });
  }
}
