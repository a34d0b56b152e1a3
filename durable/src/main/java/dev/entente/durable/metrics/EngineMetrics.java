package dev.entente.durable.metrics;

import dev.entente.durable.store.RunStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How the engine does, all its instances together. Immutable; the collections are copied.
///
/// @param at when it was read
/// @param goingOn runs that have not ended, of each status that there is: `QUEUED`, `RUNNING`
/// @param lastHour what ended within it
/// @param lastDay what ended within it
/// @param queue what is to be done
/// @param executing what instances work on, longest due first; at most 1,000
/// @param instances whose heartbeat, or the end of a step of theirs, is younger than 2 minutes, by
///   name
/// @param stepsPerMinute attempts of steps that ended a step, averaged over the last 5 minutes
/// @param queueDelay how long runs that began within the last hour had been queued; of the newest
///   10,000
/// @param stepDuration how long attempts took that ended a step within the last hour; of the newest
///   10,000
public record EngineMetrics(
    Instant at,
    Map<RunStatus, Long> goingOn,
    Ended lastHour,
    Ended lastDay,
    Queue queue,
    List<ExecutingItem> executing,
    List<String> instances,
    double stepsPerMinute,
    Optional<Distribution> queueDelay,
    Optional<Distribution> stepDuration) {
  public EngineMetrics {
    goingOn = Map.copyOf(goingOn);
    executing = List.copyOf(executing);
    instances = List.copyOf(instances);
  }

  /// Runs that ended within some time. Immutable; the map is copied.
  ///
  /// @param runs how many, of each status that there is
  public record Ended(Map<RunStatus, Long> runs) {
    public Ended {
      runs = Map.copyOf(runs);
    }

    /// The share of failed runs, `[0, 1]`, among those that were completed or failed; empty if
    /// there are none.
    public Optional<Double> failureRate() {
      long failed = runs.getOrDefault(RunStatus.FAILED, 0L);
      long all = failed + runs.getOrDefault(RunStatus.COMPLETED, 0L);
      return all == 0 ? Optional.empty() : Optional.of((double) failed / all);
    }
  }

  /// What is to be done. Immutable; the map is copied.
  ///
  /// @param depths of each task that has items
  /// @param oldestDelay for how long the item that is longest due, and that nobody works on, has
  ///   been so; empty if there is none
  public record Queue(Map<String, Depth> depths, Optional<Duration> oldestDelay) {
    public Queue {
      depths = Map.copyOf(depths);
    }
  }

  /// How many items of a task there are. Immutable.
  ///
  /// @param due nobody works on them, though they are due
  /// @param later not due yet
  /// @param executing instances work on them
  public record Depth(long due, long later, long executing) {}

  /// An item that an instance works on. Immutable.
  ///
  /// @param item the run's id, its round, and the step's hash; or the function of a cron
  /// @param instance that picked it
  /// @param dueSince when it became due: the instance works on it since then at the earliest
  /// @param heartbeat of the instance, on this item
  public record ExecutingItem(
      String task, String item, String instance, Instant dueSince, Instant heartbeat) {}

  /// How long something took. Immutable.
  ///
  /// @param count of how many, at least 1
  /// @param p50 half of them took at most so long
  /// @param p95 95 of 100 took at most so long
  public record Distribution(long count, Duration mean, Duration p50, Duration p95) {}
}
