package dev.entente.server.reasons.spending;

import dev.entente.server.reasons.spending.Outcome.RateLimit;
import dev.entente.server.reasons.spending.Standing.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/// How long nobody calls a model after one call too many.
final class Pauses {
  // Google's quotas of a day begin again then: ai.google.dev/gemini-api/docs/rate-limits.
  private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");
  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final int MOST_DOUBLINGS = 7;
  private static final Duration SHORTEST_TOLD = Duration.ofSeconds(1);
  private static final Duration LONGEST_TOLD = Duration.ofDays(1);

  private Pauses() {}

  /// The pause that follows. A delay that is told is kept to, within a second and a day; else
  /// pauses double from 5 seconds to 10 minutes.
  ///
  /// @param current the pause that there is already: calls that went on when it began say nothing
  ///   new
  /// @param before how many pauses in a row there were
  static Pause after(RateLimit limit, Optional<Pause> current, int before, Instant now) {
    if (limit.isDaily()) {
      return new Pause(nextDay(now), true);
    }
    return limit
        .retryAfter()
        .map(delay -> new Pause(now.plus(within(delay)), false))
        .or(() -> current.map(pause -> new Pause(pause.until(), false)))
        .orElseGet(() -> new Pause(now.plus(doubled(before)), false));
  }

  private static Instant nextDay(Instant now) {
    return LocalDate.ofInstant(now, PACIFIC).plusDays(1).atStartOfDay(PACIFIC).toInstant();
  }

  private static Duration within(Duration delay) {
    if (delay.compareTo(SHORTEST_TOLD) < 0) {
      return SHORTEST_TOLD;
    }
    return delay.compareTo(LONGEST_TOLD) > 0 ? LONGEST_TOLD : delay;
  }

  private static Duration doubled(int times) {
    Duration pause = FIRST.multipliedBy(1L << Math.min(times, MOST_DOUBLINGS));
    return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
  }
}
