package dev.entente.durable.engine;

import dev.entente.inngest.function.Retry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/// When something that failed is tried again. Immutable.
///
/// @param delays behind each attempt; the last counts for all further ones
/// @param jitter how much longer at most, so that not all come back at once
public record Backoff(List<Duration> delays, Duration jitter) {
  private static final Duration SOONEST = Duration.ofSeconds(1);
  private static final Duration LATEST = Duration.ofHours(24);

  public Backoff {
    delays = List.copyOf(delays);
    if (delays.isEmpty()) {
      throw new IllegalArgumentException("a backoff has at least one delay");
    }
  }

  /// As an Inngest server does it: 15 s, 30 s, 1, 2, 5, 10, 20 and 40 min, 1 and 2 h, and up to 30
  /// s more.
  public static Backoff usual() {
    return new Backoff(
        List.of(
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(20),
            Duration.ofMinutes(40),
            Duration.ofHours(1),
            Duration.ofHours(2)),
        Duration.ofSeconds(30));
  }

  /// Always the same delay.
  public static Backoff fixed(Duration delay) {
    return new Backoff(List.of(delay), Duration.ZERO);
  }

  /// When the next attempt begins. What a failure asks for is kept to between a second and a day.
  ///
  /// @param attempt that failed, from 0
  /// @param retry a wanted one
  Instant next(Retry retry, int attempt, Instant now, RandomGenerator random) {
    return switch (retry) {
      case Retry.Never _ -> throw new IllegalArgumentException("nothing is tried again");
      case Retry.Usual _ -> now.plus(delay(attempt)).plus(jitter(random));
      case Retry.After(var delay) -> now.plus(clamped(delay));
      case Retry.At(var time) -> now.plus(clamped(Duration.between(now, time)));
    };
  }

  private Duration delay(int attempt) {
    return delays.get(Math.min(attempt, delays.size() - 1));
  }

  private Duration jitter(RandomGenerator random) {
    return jitter.isZero() ? jitter : Duration.ofMillis(random.nextLong(jitter.toMillis() + 1));
  }

  private static Duration clamped(Duration delay) {
    return delay.compareTo(SOONEST) < 0 ? SOONEST : delay.compareTo(LATEST) > 0 ? LATEST : delay;
  }
}
