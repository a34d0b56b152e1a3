package dev.entente.postgres;

import dev.entente.postgres.PostgresEvent.Died;
import dev.entente.postgres.PostgresEvent.RestartFailed;
import dev.entente.postgres.PostgresEvent.Restarted;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// Looks after a running server and starts it again when it dies, as often as it takes.
final class Watch {
  /* ProcessHandle.onExit looks at a process that is not our child every five seconds only, and takes
   * one that nobody buried for alive. */
  private static final Duration GLANCE = Duration.ofMillis(250);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final Postmaster postmaster;
  private final int port;
  private final LongSupplier nanoTime;
  private final PostgresListener listener;
  private final CountDownLatch ending = new CountDownLatch(1);
  private final CompletableFuture<Void> ended = new CompletableFuture<>();

  /// @param port on which the server answers, and has to answer again
  Watch(Postmaster postmaster, int port, LongSupplier nanoTime, PostgresListener listener) {
    this.postmaster = postmaster;
    this.port = port;
    this.nanoTime = nanoTime;
    this.listener = listener;
  }

  /// Begins to look after the server, which runs.
  void begin() {
    Thread.ofPlatform().daemon().name("postgres-watch").start(this::look);
  }

  private void look() {
    try {
      while (!endsWithin(GLANCE)) {
        if (!postmaster.isRunning()) {
          tell(new Died(postmaster.pid()));
          restart();
        }
      }
    } finally {
      ended.complete(null);
    }
  }

  private void restart() {
    long noticed = nanoTime.getAsLong();
    Duration pause = FIRST_PAUSE;
    while (!isRestarted(noticed, pause) && !endsWithin(pause)) {
      pause = Duration.ofMillis(Math.min(2 * pause.toMillis(), LONGEST_PAUSE.toMillis()));
    }
  }

  private boolean isRestarted(long noticed, Duration pause) {
    try {
      postmaster.start(port);
      var duration = Duration.ofNanos(nanoTime.getAsLong() - noticed);
      tell(new Restarted(postmaster.pid(), duration));
      return true;
    } catch (PostgresFailure e) {
      tellFailure(e, pause);
    } catch (IOException e) {
      tellFailure(Disk.failure(postmaster.folder(), e), pause);
    }
    return false;
  }

  // A start fails, too, because the end has begun.
  private void tellFailure(PostgresFailure failure, Duration pause) {
    if (ending.getCount() > 0) {
      tell(new RestartFailed(failure, pause));
    }
  }

  private boolean endsWithin(Duration time) {
    try {
      return ending.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }

  private void tell(PostgresEvent event) {
    try {
      listener.happened(event);
    } catch (RuntimeException e) {
      var thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
    }
  }

  /// Ends the watch, and the server with it.
  void end() throws IOException {
    ending.countDown();
    try {
      postmaster.clear(); // a start that waits for the server ends with it
    } finally {
      ended.join();
    }
    postmaster.clear();
  }
}
