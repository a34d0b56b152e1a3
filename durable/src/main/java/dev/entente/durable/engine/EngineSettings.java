package dev.entente.durable.engine;

import dev.entente.durable.queue.WorkerSettings;
import dev.entente.durable.retention.Retention;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;

/// How an instance of the engine works. Immutable.
///
/// @param clock the time for all that is kept and scheduled
/// @param backoff when what has failed is tried again
/// @param workers how it works on the queue
/// @param retention how long what has ended is kept
public record EngineSettings(
    InstantSource clock, Backoff backoff, WorkerSettings workers, Retention retention) {
  private static final int THREADS = 16;
  private static final Duration POLLING = Duration.ofMillis(250);
  private static final Duration HEARTBEAT = Duration.ofSeconds(3);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /// The system's clock, an Inngest server's backoff, 16 threads; what others add is seen within a
  /// quarter of a second, a dead instance's work is taken over within 20 seconds, and what goes on
  /// when the instance is stopped has 10 seconds to end; what has ended is kept for 90 days.
  public static EngineSettings usual() {
    String instance =
        "%d-%s".formatted(ProcessHandle.current().pid(), UUID.randomUUID().toString());
    return new EngineSettings(
        InstantSource.system(),
        Backoff.usual(),
        new WorkerSettings(instance, THREADS, POLLING, HEARTBEAT, PATIENCE),
        Retention.DEFAULT);
  }

  /// The same with another clock.
  public EngineSettings with(InstantSource other) {
    return new EngineSettings(other, backoff, workers, retention);
  }

  /// The same with another backoff.
  public EngineSettings with(Backoff other) {
    return new EngineSettings(clock, other, workers, retention);
  }

  /// The same with other ways to work on the queue.
  public EngineSettings with(WorkerSettings other) {
    return new EngineSettings(clock, backoff, other, retention);
  }

  /// The same under another name, which is in the attempts it makes.
  ///
  /// @param instance 1 to 50 characters, different from all others'
  /// @throws IllegalArgumentException if it is not that long
  public EngineSettings named(String instance) {
    return with(workers.named(instance));
  }

  /// The same with more or fewer threads; the source of connections needs two more.
  ///
  /// @param number at least 1
  /// @throws IllegalArgumentException if it is less
  public EngineSettings withThreads(int number) {
    return with(workers.withThreads(number));
  }

  /// The same, waiting longer or shorter for what goes on when it is stopped.
  ///
  /// @param most 0 to 1 h
  /// @throws IllegalArgumentException if it is not
  public EngineSettings withPatience(Duration most) {
    return with(workers.withPatience(most));
  }

  /// The same, keeping longer or shorter.
  public EngineSettings with(Retention other) {
    return new EngineSettings(clock, backoff, workers, other);
  }
}
