package dev.entente.server.live;

import dev.entente.matching.criteria.RunConditions;
import dev.entente.server.background.Awakened;
import dev.entente.server.candidates.CandidateListener;
import dev.entente.server.candidates.CandidateReading;
import dev.entente.server.matchings.RankingRequests;
import dev.entente.server.matchings.WeighedChanges;
import dev.entente.server.rankings.CandidatePool;
import dev.entente.server.runs.StandingConditions;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Finds, in the background, the lists that changed candidates move, and asks for them to be
/// ranked.
@Component
class ChangeWeighing implements CandidateListener, SmartInitializingSingleton {
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
  private final RankingRequests requests;
  private final BestTotals best;
  private final StandingConditions standing;
  private final InstantSource clock;
  private final TransactionTemplate transactions;
  private Instant forgotten = Instant.MIN.plus(FORGETTING);
  private final Awakened worker = new Awakened("change-weighing", this::weigh);

  ChangeWeighing(
      CandidatePool pool,
      CandidateReading reading,
      WeighedChanges weighed,
      RankingRequests requests,
      BestTotals best,
      StandingConditions standing,
      InstantSource clock,
      TransactionTemplate transactions) {
    this.pool = pool;
    this.reading = reading;
    this.weighed = weighed;
    this.requests = requests;
    this.best = best;
    this.standing = standing;
    this.clock = clock;
    this.transactions = transactions;
  }

  // Before anything is answered or ranked.
  @Override
  public void afterSingletonsInstantiated() {
    standing.noteFirstStart(clock.instant());
    transactions.executeWithoutResult(
        _ -> {
          if (weighed.adopt()) {
            reading.forgetAllChanges();
          }
        });
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
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
    if (awaitEndOfImport(waiting) > WORTH_WEIGHING) {
      transactions.executeWithoutResult(_ -> moveAll());
    } else {
      Weighing before = weighSince(weighed.snapshot());
      transactions.executeWithoutResult(_ -> move(before));
    }
    return true;
  }

  private void forgetNowAndThen() {
    Instant now = clock.instant();
    if (forgotten.plus(FORGETTING).isBefore(now)) {
      reading.forgetOldChanges(weighed.snapshot());
      forgotten = now;
    }
  }

  /// While many come, they are weighed together: an import moves most lists again and again.
  ///
  /// @return how many wait then
  private int awaitEndOfImport(int seen) {
    int before = seen;
    for (int i = 0; i < MOST_PAUSES && before > FEW; i++) {
      LockSupport.parkNanos(PAUSE.toNanos());
      int waiting = reading.countChangesSince(weighed.snapshot());
      if (waiting == before) {
        return waiting;
      }
      before = waiting;
    }
    return before;
  }

  /// What was found out about some changes.
  ///
  /// @param since the snapshot behind which they were committed
  /// @param until when the database showed them
  /// @param totals the best of their candidates', by posting
  private record Weighing(
      String since,
      CandidateReading.Moment until,
      RunConditions conditions,
      Set<String> candidates,
      Map<String, Long> totals) {
    private Weighing plus(Weighing later) {
      Set<String> both = new TreeSet<>(candidates);
      both.addAll(later.candidates);
      Map<String, Long> best = new HashMap<>(totals);
      later.totals.forEach((posting, total) -> best.merge(posting, total, Math::max));
      return new Weighing(since, later.until, conditions, both, best);
    }
  }

  private Weighing weighSince(String since) {
    RunConditions conditions = standing.at(clock.instant());
    CandidateReading.Changes changes = reading.changesSince(since);
    Map<String, Long> totals = best.of(changes.records(), conditions);
    return new Weighing(since, changes.moment(), conditions, changes.records().keySet(), totals);
  }

  private void moveAll() {
    weighed.lock();
    // Taken first: what is committed in between is weighed twice.
    String now = reading.now().snapshot();
    requests.addAll();
    weighed.advance(now);
  }

  /// Most is found out before the lock is taken, which lists and erasures wait for.
  private void move(Weighing before) {
    String since = weighed.lock();
    Weighing all = weighOn(before, since);
    weighed.move(List.copyOf(all.candidates()), all.totals(), all.conditions());
    weighed.advance(all.until().snapshot());
  }

  // Only what came behind the weighing before, where that still holds.
  private Weighing weighOn(Weighing before, String since) {
    boolean holds =
        since.equals(before.since()) && standing.at(clock.instant()).equals(before.conditions());
    if (holds) {
      Weighing later = weighSince(before.until().snapshot());
      if (later.until().isOfTheLifeOf(before.until())) {
        return before.plus(later);
      }
    }
    return weighSince(since);
  }

  @PreDestroy
  void end() {
    worker.end();
  }
}
