package dev.entente.durable.queue;

import java.time.Duration;

/// How an instance works on the queue. Immutable.
///
/// @param instance its name, 1 to 50 characters, different from all others'
/// @param threads how many items at once, at least 1
/// @param polling how long at most until it sees what others have added, 1 ms to 1 min
/// @param heartbeat how often it says that it is alive, 100 ms to 1 min; four missed ones and it is
///   taken for dead
/// @param patience how long at most it waits for items to end when it is stopped, before it
///   interrupts them and waits as long again, 0 to 1 h
public record WorkerSettings(
    String instance, int threads, Duration polling, Duration heartbeat, Duration patience) {
  private static final int LONGEST_NAME = 50;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  public WorkerSettings {
    if (instance.isBlank() || instance.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "the name of an instance has 1 to %d characters, got: %s"
              .formatted(LONGEST_NAME, instance));
    }
    if (threads < 1) {
      throw new IllegalArgumentException("an engine has at least 1 thread, got: " + threads);
    }
    require(
        isIn(polling, Duration.ofMillis(1), MINUTE),
        "an engine polls every 1 ms to 1 min",
        polling);
    require(
        isIn(heartbeat, Duration.ofMillis(100), MINUTE),
        "the heartbeat of an engine comes every 100 ms to 1 min",
        heartbeat);
    require(
        isIn(patience, Duration.ZERO, Duration.ofHours(1)),
        "an engine that is stopped waits 0 to 1 h",
        patience);
  }

  private static boolean isIn(Duration duration, Duration least, Duration most) {
    return duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0;
  }

  private static void require(boolean condition, String rule, Duration got) {
    if (!condition) {
      throw new IllegalArgumentException(rule + ", got: " + got);
    }
  }

  /// The same with another name.
  public WorkerSettings named(String other) {
    return new WorkerSettings(other, threads, polling, heartbeat, patience);
  }

  /// The same with more or fewer threads.
  public WorkerSettings withThreads(int number) {
    return new WorkerSettings(instance, number, polling, heartbeat, patience);
  }

  /// The same with more or less patience.
  public WorkerSettings withPatience(Duration most) {
    return new WorkerSettings(instance, threads, polling, heartbeat, most);
  }
}
