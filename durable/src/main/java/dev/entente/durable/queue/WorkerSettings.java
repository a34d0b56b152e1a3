package dev.entente.durable.queue;

import java.time.Duration;

/// How an instance works on the queue. Immutable.
///
/// @param instance its name, 1 to 50 characters, different from all others'
/// @param threads how many items at once, at least 1
/// @param polling how long at most until it sees what others have added
/// @param heartbeat how often it says that it is alive; four missed ones and it is taken for dead
/// @param patience how long at most it waits for items to end when it is stopped, before it
///   interrupts them and waits as long again
public record WorkerSettings(
    String instance, int threads, Duration polling, Duration heartbeat, Duration patience) {
  private static final int LONGEST_NAME = 50;

  public WorkerSettings {
    if (instance.isBlank() || instance.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "the name of an instance has 1 to %d characters, got: %s"
              .formatted(LONGEST_NAME, instance));
    }
    if (threads < 1) {
      throw new IllegalArgumentException("an engine has at least 1 thread, got: " + threads);
    }
  }
}
