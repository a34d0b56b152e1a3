package dev.entente.server.runs.progress;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// How a run is, for all who want to know: the latest alone, whoever is slow misses what was
/// between. Shared by threads.
final class RunWatch {
  /// How a run was at a moment. Immutable.
  ///
  /// @param number from 1, one more with each change
  /// @param run as JSON
  record State(long number, String run, Phase phase) {}

  /// What comes behind a state.
  enum Phase {
    /// Others, as the run goes on.
    GOING_ON,
    /// Nothing: the run has ended.
    ENDED,
    /// Nothing from here: nobody looks at the run any more.
    CLOSED
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private State latest = new State(0, "", Phase.GOING_ON);

  /// Tells how the run is; nothing changes if it is as it was.
  void set(String run, boolean hasEnded) {
    lock.lock();
    try {
      if (hasEnded || !latest.run().equals(run)) {
        change(run, hasEnded ? Phase.ENDED : Phase.GOING_ON);
      }
    } finally {
      lock.unlock();
    }
  }

  /// Says that nobody looks at it any more.
  void close() {
    lock.lock();
    try {
      change(latest.run(), Phase.CLOSED);
    } finally {
      lock.unlock();
    }
  }

  private void change(String run, Phase phase) {
    if (latest.phase() == Phase.GOING_ON) {
      latest = new State(latest.number() + 1, run, phase);
      changed.signalAll();
    }
  }

  /// Waits for what comes behind what is known.
  ///
  /// @param known the number of the last state, 0 for none
  /// @return empty if nothing has come for so long
  Optional<State> await(long known, Duration most) throws InterruptedException {
    lock.lock();
    try {
      long nanos = most.toNanos();
      while (latest.number() <= known && nanos > 0) {
        nanos = changed.awaitNanos(nanos);
      }
      return latest.number() > known ? Optional.of(latest) : Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /// Waits a while, unless the end comes first.
  ///
  /// @return whether it has come
  boolean awaitEnd(Duration most) throws InterruptedException {
    lock.lock();
    try {
      long nanos = most.toNanos();
      while (latest.phase() == Phase.GOING_ON && nanos > 0) {
        nanos = changed.awaitNanos(nanos);
      }
      return latest.phase() != Phase.GOING_ON;
    } finally {
      lock.unlock();
    }
  }
}
