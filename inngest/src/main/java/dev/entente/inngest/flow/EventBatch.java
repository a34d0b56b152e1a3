package dev.entente.inngest.flow;

import java.time.Duration;
import java.util.Optional;

/// Starts one run for many events. Immutable.
///
/// A function with it has no cancellation, debounce, singleton or priority.
///
/// @param maxSize a batch this large starts at once, `2..100`
/// @param timeout the longest wait for a batch to fill, from a second on
/// @param key a CEL expression; each value of it has its own batches
/// @param expression a CEL expression; an event for which it does not hold starts a run of its own
public record EventBatch(
    int maxSize, Duration timeout, Optional<String> key, Optional<String> expression) {
  private static final int SMALLEST = 2;
  private static final int LARGEST = 100;
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofDays(366);

  public EventBatch {
    Checks.require(
        maxSize >= SMALLEST && maxSize <= LARGEST,
        "the size of a batch must be in %d..%d, got: %d".formatted(SMALLEST, LARGEST, maxSize));
    Checks.between(SHORTEST, LONGEST, "the timeout of a batch", timeout);
    Checks.expression("the key of a batch", key);
    Checks.expression("the expression of a batch", expression);
  }

  /// Batches of a size, or of what came within a time.
  public static EventBatch of(int maxSize, Duration timeout) {
    return new EventBatch(maxSize, timeout, Optional.empty(), Optional.empty());
  }

  /// The same for each value of a CEL expression.
  public EventBatch perKey(String value) {
    return new EventBatch(maxSize, timeout, Optional.of(value), expression);
  }

  /// The same for the events for which a CEL expression holds.
  public EventBatch when(String condition) {
    return new EventBatch(maxSize, timeout, key, Optional.of(condition));
  }
}
