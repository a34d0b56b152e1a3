package dev.entente.durable.history.query;

import dev.entente.durable.history.Following;
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
  /// @return ends it; empty if there is no such run, or not any more
  /// @throws IllegalArgumentException if `every` is too short
  public Optional<Following> follow(String runId, Duration every, Consumer<RunDetail> listener) {
    if (every.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException(
          "a run is looked at every 10 milliseconds at most, got: " + every);
    }
    if (changes.state(runId).isEmpty()) {
      return Optional.empty();
    }
    var followed = new FollowedRun(runId, history, changes, listener);
    Thread.ofVirtual().name("follow-" + runId).start(() -> followed.follow(every));
    return Optional.of(followed);
  }

  /// Waits for the end of a run.
  ///
  /// @param most how long; zero or less looks once
  /// @return empty if there is no such run, or not any more
  /// @throws RunNotEndedException if it has not ended by then, or the thread was interrupted, whose
  ///   flag is set again
  public Optional<RunDetail> await(String runId, Duration most) {
    long start = System.nanoTime();
    Optional<RunDetail> detail = history.find(runId);
    while (detail.filter(found -> !found.run().status().hasEnded()).isPresent()) {
      Duration left = most.minusNanos(System.nanoTime() - start);
      if (left.isZero() || left.isNegative() || !rest(left)) {
        throw RunNotEndedException.of(detail.get().run(), most);
      }
      if (changes.hasEnded(runId) || left.compareTo(LOOK) < 0) {
        detail = history.find(runId);
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
}
