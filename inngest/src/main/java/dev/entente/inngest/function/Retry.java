package dev.entente.inngest.function;

import java.time.Duration;
import java.time.Instant;

/// Whether and when something that failed is tried again. Immutable.
public sealed interface Retry {
  /// Not at all.
  record Never() implements Retry {}

  /// When the server usually does: later with each attempt.
  record Usual() implements Retry {}

  /// After a delay.
  ///
  /// @param delay not negative
  record After(Duration delay) implements Retry {
    public After {
      if (delay.isNegative()) {
        throw new IllegalArgumentException("a retry is not in the past, got: " + delay);
      }
    }
  }

  /// At a time.
  record At(Instant time) implements Retry {}

  /// What a failure asks for.
  ///
  /// @param isLastAttempt whether no attempt is left, whatever it asks for
  static Retry of(Throwable failure, boolean isLastAttempt) {
    return switch (failure) {
      case Throwable _ when isLastAttempt -> new Never();
      case NonRetriableException _, StepException _ -> new Never();
      case RetryAfterException later -> later.retry();
      default -> new Usual();
    };
  }

  /// Tells whether it is tried again.
  default boolean isWanted() {
    return !(this instanceof Never);
  }
}
