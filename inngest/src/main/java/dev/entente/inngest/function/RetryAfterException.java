package dev.entente.inngest.function;

import java.time.Duration;
import java.time.Instant;

/// A failure that says when to try again: thrown in a step it is the step that is tried again,
/// thrown outside it is the run's next attempt. The server keeps to 1 second to 24 hours.
public final class RetryAfterException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Retry retry;

  /// Tries again after a delay.
  ///
  /// @param delay not negative
  /// @throws IllegalArgumentException if the delay is negative
  public RetryAfterException(String message, Duration delay) {
    super(message);
    retry = new Retry.After(delay);
  }

  /// Tries again after a delay.
  ///
  /// @param delay not negative
  /// @throws IllegalArgumentException if the delay is negative
  public RetryAfterException(String message, Duration delay, Throwable cause) {
    super(message, cause);
    retry = new Retry.After(delay);
  }

  /// Tries again at a time.
  ///
  /// @param time when to try again; a time that is over means at once
  public RetryAfterException(String message, Instant time) {
    super(message);
    retry = new Retry.At(time);
  }

  /// Tries again at a time.
  ///
  /// @param time when to try again; a time that is over means at once
  public RetryAfterException(String message, Instant time, Throwable cause) {
    super(message, cause);
    retry = new Retry.At(time);
  }

  /// When to try again.
  public Retry retry() {
    return retry;
  }
}
