package dev.entente.durable.history.query;

import dev.entente.durable.history.Following;
import dev.entente.durable.history.RunDetail;
import dev.entente.durable.jdbc.DatabaseException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// One listener that follows one run.
final class FollowedRun implements Following {
  private static final Logger LOG = System.getLogger(RunFollower.class.getName());

  private final String runId;
  private final RunHistory history;
  private final RunChanges changes;
  private final Consumer<RunDetail> listener;

  // Not an interrupt, which would close the connection of a query that is under way.
  private final CountDownLatch closed = new CountDownLatch(1);

  private String told = "";

  FollowedRun(String runId, RunHistory history, RunChanges changes, Consumer<RunDetail> listener) {
    this.runId = runId;
    this.history = history;
    this.changes = changes;
    this.listener = listener;
  }

  void follow(Duration every) {
    try {
      boolean goesOn = true;
      while (goesOn) {
        goesOn = look() && !closed.await(every.toNanos(), TimeUnit.NANOSECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean look() {
    Optional<RunDetail> changed;
    try {
      Optional<String> state = changes.state(runId);
      if (state.isEmpty()) {
        return false;
      }
      if (state.get().equals(told)) {
        return true;
      }
      // Read behind the state: what changes in between is told twice rather than never.
      changed = history.find(runId);
      told = state.get();
    } catch (DatabaseException e) {
      LOG.log(Level.WARNING, "run " + runId + " could not be looked at; trying again", e);
      return true;
    }
    return changed.isPresent() && tell(changed.get());
  }

  private boolean tell(RunDetail detail) {
    if (closed.getCount() == 0) {
      return false;
    }
    try {
      listener.accept(detail);
      return !detail.run().status().hasEnded();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "run " + runId + " is followed no more: its listener failed", e);
      return false;
    }
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
