package dev.entente.server;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Keeps a service until the process is asked to end, and then stops it in order. Asked while the
/// service starts, it stops what has started by then.
final class Lifetime {
  private static final Duration LONGEST_START = Duration.ofMinutes(1);

  private final CompletableFuture<Optional<RunningService>> service = new CompletableFuture<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean isEnding;

  Lifetime() {
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(this::end));
  }

  /// Starts the service.
  RunningService start(Supplier<RunningService> start) throws InterruptedException {
    try {
      RunningService started = start.get();
      service.complete(Optional.of(started));
      return started;
    } catch (RuntimeException | Error e) {
      service.complete(Optional.empty());
      if (isEnding) {
        await(); // it failed because the process ends, which nobody needs to be told
      }
      throw e;
    }
  }

  private void end() {
    isEnding = true;
    service
        .completeOnTimeout(Optional.empty(), LONGEST_START.toSeconds(), TimeUnit.SECONDS)
        .join()
        .ifPresent(RunningService::close);
    ended.countDown();
  }

  /// Waits for the end.
  void await() throws InterruptedException {
    ended.await();
  }
}
