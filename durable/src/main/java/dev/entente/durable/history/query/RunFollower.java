package dev.entente.durable.history.query;

import dev.entente.durable.history.RunDetail;
import dev.entente.durable.history.RunNotEndedException;
import dev.entente.durable.jdbc.Database;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// Follows runs while they go on. Shared by threads; changes nothing.
public final class RunFollower {
  private static final Duration SHORTEST = Duration.ofMillis(10);
  private static final Duration LOOK = Duration.ofMillis(50);

  private final RunHistory history;
  private final RunChanges changes;

  /// Follows the runs in a database with the engine's tables.
  public RunFollower(Database database) {
    history = new RunHistory(database);
    changes = new RunChanges(database);
  }

  /// Tells a listener of a run: at once, whenever anything of it has changed, and for the last time
  /// when it has ended.
  ///
  /// The listener is called by a thread of its own, one call after the other. If it throws, it is
  /// told nothing more, and the log has a warning. A database that fails is asked again.
  ///
  /// @param every how often the database is asked, at least 10 milliseconds
  /// @return ends it without waiting: at most the call that is under way goes on. To be closed even
  ///   if the run has ended, which does nothing then
  /// @throws IllegalArgumentException if there is no such run, or `every` is too short
  public AutoCloseable follow(String runId, Duration every, Consumer<RunDetail> listener) {
    if (every.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException(
          "a run is looked at every 10 milliseconds at most, got: " + every);
    }
    get(runId);
    var following = new Following(runId, history, changes, listener);
    Thread.ofVirtual().name("follow-" + runId).start(() -> following.follow(every));
    return following;
  }

  /// Waits for the end of a run.
  ///
  /// @param most how long; zero or less looks once
  /// @throws RunNotEndedException if it has not ended by then, or the thread was interrupted, whose
  ///   flag is set again
  /// @throws IllegalArgumentException if there is no such run
  public RunDetail await(String runId, Duration most) {
    long start = System.nanoTime();
    RunDetail detail = get(runId);
    while (!detail.run().status().hasEnded()) {
      Duration left = most.minusNanos(System.nanoTime() - start);
      if (left.isZero() || left.isNegative() || !rest(left)) {
        throw RunNotEndedException.of(detail.run(), most);
      }
      if (changes.hasEnded(runId) || left.compareTo(LOOK) < 0) {
        detail = get(runId);
      }
    }
    return detail;
  }

  private static boolean rest(Duration left) {
    try {
      Thread.sleep(left.compareTo(LOOK) < 0 ? left : LOOK);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private RunDetail get(String runId) {
    Optional<RunDetail> detail = history.find(runId);
    return detail.orElseThrow(() -> new IllegalArgumentException("no run with id " + runId));
  }
}
