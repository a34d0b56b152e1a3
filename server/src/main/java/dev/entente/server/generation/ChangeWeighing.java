package dev.entente.server.generation;

import dev.entente.matching.criteria.RunConditions;
import dev.entente.matching.index.PreparedPosting;
import dev.entente.matching.index.RecordedCandidate;
import dev.entente.server.candidates.CandidateListener;
import dev.entente.server.candidates.CandidateReading;
import dev.entente.server.matchings.WeighedChanges;
import dev.entente.server.postings.StoredPosting;
import dev.entente.server.runs.RunLedger;
import jakarta.annotation.PreDestroy;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Finds, in the background, the lists that changed candidates move, and asks for them to be
/// ranked.
@Component
class ChangeWeighing implements CandidateListener {
  /* A change moves a list that names the candidate, and one in which the candidate's total is not below
   * the last. All changes that nobody has weighed yet are weighed at once, while no list is being
   * written: a list that is written later is ranked from candidates that include them. */

  // With more than this, ranking all postings costs less than weighing.
  private static final int WORTH_WEIGHING = 2_000;

  private final CandidatePool pool;
  private final CandidateReading reading;
  private final WeighedChanges weighed;
  private final StoredPosting.Finder postings;
  private final Preparation preparation;
  private final RunLedger ledger;
  private final InstantSource clock;
  private final TransactionTemplate transactions;
  private final Awakened worker = new Awakened("change-weighing", this::weigh);

  ChangeWeighing(
      CandidatePool pool,
      CandidateReading reading,
      WeighedChanges weighed,
      StoredPosting.Finder postings,
      Preparation preparation,
      RunLedger ledger,
      InstantSource clock,
      TransactionTemplate transactions) {
    this.pool = pool;
    this.reading = reading;
    this.weighed = weighed;
    this.postings = postings;
    this.preparation = preparation;
    this.ledger = ledger;
    this.clock = clock;
    this.transactions = transactions;
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    worker.begin();
  }

  @Override
  public void withdrawn(List<String> ids) {}

  @Override
  public void erased(List<String> ids) {}

  @Override
  public void changed() {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            worker.wake();
          }
        });
  }

  private boolean weigh() {
    pool.keepUp();
    return !reading.changesSince(weighed.snapshot()).records().isEmpty()
        && transactions.execute(_ -> weighUnderLock());
  }

  private boolean weighUnderLock() {
    String since = weighed.lock();
    CandidateReading.Changes changes = reading.changesSince(since);
    if (changes.records().isEmpty()) {
      return false;
    }
    if (changes.records().size() > WORTH_WEIGHING) {
      weighed.moveAll();
    } else {
      RunConditions conditions = ledger.standingConditions(clock.instant());
      weighed.move(
          List.copyOf(changes.records().keySet()), bestTotals(changes.records(), conditions));
    }
    weighed.advance(changes.snapshot());
    reading.forgetOldChanges(changes.snapshot());
    return true;
  }

  /// The best total of some candidates with each posting that any is eligible for.
  private Map<String, Long> bestTotals(
      Map<String, Optional<byte[]>> records, RunConditions conditions) {
    Map<String, Long> best = new HashMap<>();
    Collection<PreparedPosting> prepared =
        preparation.prepare(postings.listActive(), conditions).postings().values();
    for (Optional<byte[]> record : records.values()) {
      record.ifPresent(bytes -> raise(best, new RecordedCandidate(bytes), prepared));
    }
    return best;
  }

  private static void raise(
      Map<String, Long> best, RecordedCandidate candidate, Collection<PreparedPosting> postings) {
    for (PreparedPosting posting : postings) {
      candidate
          .total(posting)
          .ifPresent(total -> best.merge(posting.posting().id().value(), total, Math::max));
    }
  }

  @PreDestroy
  void end() {
    worker.end();
  }
}
