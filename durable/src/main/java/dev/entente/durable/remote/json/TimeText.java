package dev.entente.durable.remote.json;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Durations and times as SDKs write them.
public final class TimeText {
  private static final Pattern PART =
      Pattern.compile("(\\d{1,18}(?:\\.\\d{1,18})?)(ns|us|µs|μs|ms|s|m|h|d|w)");
  private static final Pattern DURATION = Pattern.compile("0|(?:" + PART.pattern() + ")+");
  private static final long SECOND = 1_000_000_000L;
  private static final BigDecimal LONGEST = BigDecimal.valueOf(Long.MAX_VALUE);

  private TimeText() {}

  /// Reads a duration such as `2h45m`, in the units ns, us, ms, s, m, h, d and w.
  ///
  /// @throws IllegalArgumentException if it is none, or longer than 292 years
  public static Duration duration(String text) {
    if (!DURATION.matcher(text).matches()) {
      throw new IllegalArgumentException("a duration is such as 2h45m or 3d, got: " + text);
    }
    BigDecimal nanos = BigDecimal.ZERO;
    Matcher part = PART.matcher(text);
    while (part.find()) {
      long unit = nanos(part.group(2));
      nanos = nanos.add(new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(unit)));
    }
    if (nanos.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("a duration is at most 292 years, got: " + text);
    }
    return Duration.ofNanos(nanos.longValue());
  }

  private static long nanos(String unit) {
    return switch (unit) {
      case "ns" -> 1;
      case "ms" -> 1_000_000;
      case "s" -> SECOND;
      case "m" -> 60 * SECOND;
      case "h" -> 3_600 * SECOND;
      case "d" -> 86_400 * SECOND;
      case "w" -> 604_800 * SECOND;
      default -> 1_000; // us, with any of the letters for it
    };
  }

  /// Reads a time such as `2026-11-30T12:00:00Z`, or a date, which begins in UTC.
  public static Optional<Instant> time(String text) {
    try {
      return Optional.of(
          text.length() <= "2026-11-30".length()
              ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
              : OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /// Reads how long something lasts from now on, as a duration or as the time of its end.
  ///
  /// @return nothing if the time is over
  /// @throws IllegalArgumentException if it is neither
  public static Duration untilThen(String text, InstantSource clock) {
    return time(text)
        .map(end -> Duration.between(clock.instant(), end))
        .map(left -> left.isNegative() ? Duration.ZERO : left)
        .orElseGet(() -> duration(text));
  }
}
