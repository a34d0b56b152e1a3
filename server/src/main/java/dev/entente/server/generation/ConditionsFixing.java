package dev.entente.server.generation;

import dev.entente.matching.criteria.CalibrationTally;
import dev.entente.matching.criteria.RunConditions;
import dev.entente.server.candidates.CandidateReading;
import dev.entente.server.matchings.ListLock;
import dev.entente.server.matchings.RankingRequests;
import dev.entente.server.postings.StoredPosting;
import dev.entente.server.runs.RunLedger;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Fixes the conditions of runs. From then on they hold for all lists.
@Component
class ConditionsFixing {
  private final CandidateReading candidates;
  private final StoredPosting.Finder postings;
  private final RunLedger ledger;
  private final ListLock lock;
  private final RankingRequests requests;
  private final TransactionTemplate transactions;

  ConditionsFixing(
      CandidateReading candidates,
      StoredPosting.Finder postings,
      RunLedger ledger,
      ListLock lock,
      RankingRequests requests,
      TransactionTemplate transactions) {
    this.candidates = candidates;
    this.postings = postings;
    this.ledger = ledger;
    this.lock = lock;
    this.requests = requests;
    this.transactions = transactions;
  }

  /// Fixes and records the conditions of a run, while no list is being written under others.
  RunConditions fix(UUID run, Instant asOf) {
    var tally = new CalibrationTally();
    tally.add(candidates.sums());
    return transactions.execute(
        _ -> {
          lock.toWeigh();
          var conditions =
              new RunConditions(
                  asOf,
                  ledger
                      .lastConditions()
                      .map(last -> tally.after(last.calibration()))
                      .orElseGet(tally::first));
          ledger.calibrate(run, conditions, postings.listActiveIds().size());
          return conditions;
        });
  }

  /// Records that a run broke off. Those of before hold again: lists that it wrote are asked for.
  void fail(UUID run, String error, Instant now) {
    transactions.executeWithoutResult(
        _ -> {
          ledger.fail(run, error, now);
          requests.addAll();
        });
  }

  /// Candidates who are left out, and why, by id.
  Map<String, String> unreadable() {
    return candidates.unreadable();
  }
}
