package dev.entente.inngest.flow;

import java.time.Duration;
import java.util.Optional;

/// Starts a run with the last event, once no other has come for a period. Immutable.
///
/// @param period from 1 second to 7 days
/// @param key a CEL expression; each value of it is waited for by itself
/// @param timeout the longest wait, however many events come; at least a second
public record Debounce(Duration period, Optional<String> key, Optional<Duration> timeout) {
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofDays(7);

  public Debounce {
    Checks.between(SHORTEST, LONGEST, "the period of a debounce", period);
    Checks.expression("the key of a debounce", key);
    timeout.ifPresent(
        longest -> Checks.between(SHORTEST, LONGEST, "the timeout of a debounce", longest));
  }

  /// Waits for a period without an event.
  public static Debounce of(Duration period) {
    return new Debounce(period, Optional.empty(), Optional.empty());
  }

  /// The same for each value of a CEL expression.
  public Debounce perKey(String expression) {
    return new Debounce(period, Optional.of(expression), timeout);
  }

  /// The same, waiting no longer than this in all.
  public Debounce atMost(Duration longest) {
    return new Debounce(period, key, Optional.of(longest));
  }
}
