package dev.entente.inngest.flow;

import java.time.Duration;
import java.util.Optional;

/// How many runs start within a period; what is beyond never starts. Immutable.
///
/// @param limit at least 1
/// @param period from 1 second to 24 hours
/// @param key a CEL expression; each value of it is counted by itself
public record RateLimit(int limit, Duration period, Optional<String> key) {
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofHours(24);

  public RateLimit {
    Checks.atLeast(1, "the limit of a rate limit", limit);
    Checks.between(SHORTEST, LONGEST, "the period of a rate limit", period);
    Checks.expression("the key of a rate limit", key);
  }

  /// At most so many starts within a period.
  public static RateLimit of(int limit, Duration period) {
    return new RateLimit(limit, period, Optional.empty());
  }

  /// The same for each value of a CEL expression.
  public RateLimit perKey(String expression) {
    return new RateLimit(limit, period, Optional.of(expression));
  }
}
