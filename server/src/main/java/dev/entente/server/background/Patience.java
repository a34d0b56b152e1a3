package dev.entente.server.background;

import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;

/// Tries again what needs the database, where that may help: one that restarts is back within
/// seconds, and a deadlock is over when it is reported. What is tried must bear being done twice.
/// Shared by threads.
public final class Patience {
  private static final Duration FIRST_DELAY = Duration.ofMillis(50);
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(2);
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final RetryTemplate retries =
      new RetryTemplate(
          RetryPolicy.builder()
              .maxRetries(Long.MAX_VALUE)
              .timeout(TIMEOUT)
              .delay(FIRST_DELAY)
              .multiplier(2)
              .maxDelay(LONGEST_DELAY)
              .predicate(Transient::is)
              .build());

  /// Does work; a failure that does not pass is thrown as it came.
  public void run(Runnable work) {
    get(
        () -> {
          work.run();
          return true;
        });
  }

  /// Does work that gives something; a failure that does not pass is thrown as it came.
  public <R> R get(Supplier<R> work) {
    try {
      return retries.execute(work::get);
    } catch (RetryException e) {
      throw switch (e.getCause()) {
        case Error error -> throw error;
        case RuntimeException cause -> cause;
        default -> new IllegalStateException(e);
      };
    }
  }
}
