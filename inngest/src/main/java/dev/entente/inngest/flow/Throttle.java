package dev.entente.inngest.flow;

import java.time.Duration;
import java.util.Optional;

/// How many runs start within a period; what is beyond starts later. Immutable.
///
/// @param limit at least 1
/// @param period from 1 second to 7 days
/// @param burst how many more may start at once, at least 1; empty for none
/// @param key a CEL expression; each value of it is counted by itself
public record Throttle(int limit, Duration period, Optional<Integer> burst, Optional<String> key) {
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofDays(7);

  public Throttle {
    Checks.atLeast(1, "the limit of a throttle", limit);
    Checks.between(SHORTEST, LONGEST, "the period of a throttle", period);
    burst.ifPresent(more -> Checks.atLeast(1, "the burst of a throttle", more));
    Checks.expression("the key of a throttle", key);
  }

  /// At most so many starts within a period.
  public static Throttle of(int limit, Duration period) {
    return new Throttle(limit, period, Optional.empty(), Optional.empty());
  }

  /// The same with so many more at once.
  public Throttle withBurst(int more) {
    return new Throttle(limit, period, Optional.of(more), key);
  }

  /// The same for each value of a CEL expression.
  public Throttle perKey(String expression) {
    return new Throttle(limit, period, burst, Optional.of(expression));
  }
}
