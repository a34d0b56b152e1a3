package dev.entente.inngest.flow;

import java.time.Duration;

/// Durations as the protocol writes them, such as `2h45m`: whole seconds, rounded up, at least one,
/// because nothing durable is finer.
public final class DurationText {
  private static final long MINUTE = 60;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;
  private static final long WEEK = 7 * DAY;

  private DurationText() {}

  /// Writes a duration in weeks, days, hours, minutes and seconds.
  ///
  /// @throws IllegalArgumentException if it is negative
  public static String of(Duration duration) {
    long seconds = wholeSeconds(duration);
    long days = seconds % WEEK;
    return part(seconds / WEEK, 'w') + part(days / DAY, 'd') + ofHours(days % DAY);
  }

  /// The same in hours, minutes and seconds alone, which is all that plain Go durations know.
  ///
  /// @throws IllegalArgumentException if it is negative
  public static String inHours(Duration duration) {
    return ofHours(wholeSeconds(duration));
  }

  private static String ofHours(long seconds) {
    return part(seconds / HOUR, 'h')
        + part(seconds % HOUR / MINUTE, 'm')
        + part(seconds % MINUTE, 's');
  }

  private static long wholeSeconds(Duration duration) {
    Checks.require(!duration.isNegative(), "a duration must not be negative, got: " + duration);
    return Math.max(1, duration.getSeconds() + (duration.getNano() > 0 ? 1 : 0));
  }

  private static String part(long number, char unit) {
    return number == 0 ? "" : number + String.valueOf(unit);
  }
}
