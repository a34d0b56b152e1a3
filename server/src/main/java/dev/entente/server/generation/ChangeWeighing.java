package dev.entente.server.generation;

import dev.entente.matching.criteria.RunConditions;
import dev.entente.matching.index.PostingsBySkill;
import dev.entente.server.candidates.CandidateListener;
import dev.entente.server.candidates.CandidateReading;
import dev.entente.server.matchings.WeighedChanges;
import dev.entente.server.postings.StoredPosting;
import dev.entente.server.runs.RunLedger;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
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
  private static final int WORTH_WEIGHING = 5_000;
  private static final int FEW = 200;
  private static final Duration PAUSE = Duration.ofMillis(400);
  private static final int MOST_PAUSES = 25;
  private static final Duration FORGETTING = Duration.ofMinutes(5);

  private final CandidatePool pool;
  private final CandidateReading reading;
  private final WeighedChanges weighed;
  private final StoredPosting.Finder postings;
  private final Preparation preparation;
  private final RunLedger ledger;
  private final InstantSource clock;
  private final TransactionTemplate transactions;
  private @Nullable Active active;
  private Instant forgotten = Instant.MIN.plus(FORGETTING);
  private final Awakened worker = new Awakened("change-weighing", this::weigh);

  /// Active postings as they were made ready.
  private record Active(String fingerprint, RunConditions conditions, PostingsBySkill postings) {
    private boolean isOf(String others, RunConditions otherConditions) {
      return fingerprint.equals(others) && conditions.equals(otherConditions);
    }
  }

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
    ledger.standingConditions(clock.instant()); // notes the first start
    if (weighed.adopt()) {
      reading.forgetAllChanges();
    }
    worker.begin();
  }

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
    int waiting = reading.countChangesSince(weighed.snapshot());
    if (waiting == 0) {
      forgetNowAndThen();
      return false;
    }
    awaitEndOfImport(waiting);
    return transactions.execute(_ -> weighUnderLock());
  }

  private void forgetNowAndThen() {
    Instant now = clock.instant();
    if (forgotten.plus(FORGETTING).isBefore(now)) {
      reading.forgetOldChanges(weighed.snapshot());
      forgotten = now;
    }
  }

  /// While many come, they are weighed together: an import moves most lists again and again.
  private void awaitEndOfImport(int seen) {
    int before = seen;
    for (int i = 0; i < MOST_PAUSES && before > FEW; i++) {
      LockSupport.parkNanos(PAUSE.toNanos());
      int waiting = reading.countChangesSince(weighed.snapshot());
      if (waiting == before) {
        return;
      }
      before = waiting;
    }
  }

  private boolean weighUnderLock() {
    String since = weighed.lock();
    // Taken before the changes are counted: what is committed in between is weighed twice.
    String now = reading.snapshot();
    if (reading.countChangesSince(since) > WORTH_WEIGHING) {
      weighed.moveAll();
      weighed.advance(now);
      return true;
    }
    CandidateReading.Changes changes = reading.changesSince(since);
    RunConditions conditions = ledger.standingConditions(clock.instant());
    weighed.move(
        List.copyOf(changes.records().keySet()),
        bestTotals(changes.records(), conditions),
        conditions);
    weighed.advance(changes.snapshot());
    return true;
  }

  /// The best total of some candidates with each posting that any is eligible for.
  private Map<String, Long> bestTotals(
      Map<String, Optional<byte[]>> records, RunConditions conditions) {
    PostingsBySkill active = active(conditions);
    Map<String, Long> best = new HashMap<>();
    for (Optional<byte[]> record : records.values()) {
      record.ifPresent(
          bytes ->
              active.forEachTotal(
                  bytes,
                  (posting, total) ->
                      best.merge(posting.posting().id().value(), total, Math::max)));
    }
    return best;
  }

  /// All active postings; they are read again only where one is other than before.
  private PostingsBySkill active(RunConditions conditions) {
    String fingerprint = postings.activeFingerprint();
    Active known = active;
    if (known == null || !known.isOf(fingerprint, conditions)) {
      var prepared = preparation.prepare(postings.listActive(), conditions).postings().values();
      known = new Active(fingerprint, conditions, new PostingsBySkill(prepared));
      active = known;
    }
    return known.postings();
  }

  @PreDestroy
  void end() {
    worker.end();
  }
}
