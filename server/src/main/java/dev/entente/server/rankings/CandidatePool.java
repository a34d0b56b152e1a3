package dev.entente.server.rankings;

import dev.entente.matching.criteria.RunConditions;
import dev.entente.matching.index.CandidateIndex;
import dev.entente.matching.index.CandidateRecords;
import dev.entente.server.candidates.CandidateReading;
import dev.entente.server.candidates.CandidateReading.Moment;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// All candidates of the database in this process's memory, ready to be ranked, brought up to date
/// whenever they are asked for. Shared by threads.
@Component
public class CandidatePool {
  private static final Logger LOG = LoggerFactory.getLogger(CandidatePool.class);

  // Each change is looked at by each ranking until the index is made anew.
  private static final int MOST_CHANGES = 1_000;
  private static final int CHANGED_SHARE = 100;
  // A run looks at each change once a posting: it begins with few.
  private static final int FEW_SHARE = 10_000;

  // What an index and the next one take together while that is made, in bytes a candidate.
  private static final int ROOM_FOR_TWO = 1_500;

  private final CandidateReading reading;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable State state;
  private @Nullable Thread remaking;

  /// @param moment of the database that the index shows
  private record State(CandidateIndex index, Moment moment) {}

  CandidatePool(CandidateReading reading) {
    this.reading = reading;
  }

  /// All candidates as the latest commits left them. Reads in the caller's transaction, if there is
  /// one, so that whoever holds locks sees all that was done before they were taken.
  ///
  /// @return an index of these conditions, or of others that score alike
  public CandidateIndex upToDate(RunConditions conditions) {
    lock.lock();
    try {
      catchUp();
      if (state == null) {
        CandidateReading.Read read = reading.readAll();
        LOG.info("candidates read: candidates={}", read.records().size());
        state = new State(CandidateIndex.of(read.records(), conditions), read.moment());
        catchUp();
      }
      return under(conditions);
    } finally {
      lock.unlock();
    }
  }

  /// Catches up with changes, if the candidates are in memory.
  public void keepUp() {
    lock.lock();
    try {
      catchUp();
    } finally {
      lock.unlock();
    }
  }

  private void catchUp() {
    State before = state;
    if (before == null) {
      return;
    }
    CandidateReading.Changes changes = reading.changesSince(before.moment().snapshot());
    if (changes.isForgotten() || !changes.moment().isOfTheLifeOf(before.moment())) {
      state = null;
    } else {
      CandidateIndex index = before.index();
      boolean isChanged = !changes.records().isEmpty();
      state = new State(isChanged ? index.with(changes.records()) : index, changes.moment());
    }
  }

  private CandidateIndex under(RunConditions conditions) {
    if (isUnfit(conditions) || (isDue() && !hasRoomForTwo())) {
      remakeNow(conditions, current().index().records(), current().moment());
    } else if (isDue() && (remaking == null || !remaking.isAlive())) {
      State now = current();
      remaking = Thread.ofPlatform().daemon().name("candidate-pool").start(() -> remake(now));
    }
    return current().index();
  }

  private State current() {
    return Objects.requireNonNull(state, "PostgreSQL crashed while candidates were read");
  }

  private boolean isUnfit(RunConditions conditions) {
    CandidateIndex index = current().index();
    boolean isOfEarlierRun = !index.conditions().equals(conditions);
    return !index.conditions().scoresLike(conditions)
        || (isOfEarlierRun && index.changes() > index.size() / FEW_SHARE);
  }

  private boolean isDue() {
    CandidateIndex index = current().index();
    return index.changes() > Math.max(MOST_CHANGES, index.size() / CHANGED_SHARE);
  }

  private boolean hasRoomForTwo() {
    return (long) ROOM_FOR_TWO * current().index().size() < Runtime.getRuntime().maxMemory();
  }

  // The old index is let go first: both in memory at once may be more than it takes.
  private void remakeNow(RunConditions conditions, CandidateRecords records, Moment moment) {
    state = null;
    state = new State(CandidateIndex.of(records, conditions), moment);
  }

  /// Makes the index anew while the old one goes on; what changes meanwhile is caught up with.
  private void remake(State now) {
    try {
      RunConditions conditions = now.index().conditions();
      var remade = new State(CandidateIndex.of(now.index().records(), conditions), now.moment());
      lock.lock();
      try {
        if (state != null && state.index().conditions().scoresLike(conditions)) {
          state = remade;
        }
      } finally {
        lock.unlock();
      }
    } catch (RuntimeException e) {
      LOG.warn("candidates stay as they are in memory, with their changes beside", e);
    }
  }
}
