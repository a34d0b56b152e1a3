package dev.entente.server.background;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Work in the background that is done when somebody asks for it, and now and then: another process
/// may have left some when it died.
public final class Awakened {
  private static final Logger LOG = LoggerFactory.getLogger(Awakened.class);
  private static final Duration NOW_AND_THEN = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final String name;
  private final BooleanSupplier work;
  private final Semaphore calls = new Semaphore(0);
  private final Thread thread;
  private volatile boolean isEnding;

  /// @param work does some of what is to be done; true if there may be more
  public Awakened(String name, BooleanSupplier work) {
    this.name = name;
    this.work = work;
    thread = Thread.ofPlatform().name(name).unstarted(this::run);
  }

  /// Begins; called once.
  public void begin() {
    thread.start();
  }

  /// Has the work done soon; returns at once.
  public void wake() {
    calls.release();
  }

  private void run() {
    while (!isEnding) {
      try {
        calls.drainPermits();
        boolean isMore = true;
        while (isMore && !isEnding) {
          isMore = work.getAsBoolean();
        }
        if (calls.tryAcquire(NOW_AND_THEN.toMillis(), TimeUnit.MILLISECONDS)) {
          calls.release();
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException | Error e) {
        if (!isEnding) {
          LOG.warn("{} wait: {}", name, FailureReason.of(e));
          pause();
        }
      }
    }
  }

  private void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(NOW_AND_THEN.toMillis());
    } catch (InterruptedException e) {
      isEnding = true;
    }
  }

  /// Ends when what is being done is done.
  public void end() {
    isEnding = true;
    calls.release();
    if (thread.getState() == Thread.State.NEW) {
      return;
    }
    try {
      thread.join(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
