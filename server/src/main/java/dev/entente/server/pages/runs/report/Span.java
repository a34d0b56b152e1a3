package dev.entente.server.pages.runs.report;

import dev.entente.server.pages.wording.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/// The time that a timeline shows, and where instants are in it.
///
/// @param end behind `start`
record Span(Instant start, Instant end) {
  private static final double WHOLE = 100;
  private static final int MOST_TICKS = 4;
  private static final List<Duration> STEPS =
      List.of(
          Duration.ofMillis(10),
          Duration.ofMillis(50),
          Duration.ofMillis(100),
          Duration.ofMillis(500),
          Duration.ofSeconds(1),
          Duration.ofSeconds(5),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(3),
          Duration.ofHours(12),
          Duration.ofDays(1),
          Duration.ofDays(7));

  /// A mark of the axis.
  ///
  /// @param x in per cent of the width
  record Tick(String x, String label) {}

  Span {
    if (!end.isAfter(start)) {
      end = start.plusMillis(1);
    }
  }

  private long millis() {
    return Duration.between(start, end).toMillis();
  }

  /// Where an instant is, `[0, 100]`; one that is outside is at the edge.
  double at(Instant instant) {
    double share = WHOLE * Duration.between(start, instant).toMillis() / Math.max(1, millis());
    return Math.clamp(share, 0, WHOLE);
  }

  /// Per cent of the width, as SVG reads it.
  static String percent(double share) {
    return String.format(Locale.ROOT, "%.3f%%", share);
  }

  /// Round lengths of time from the start, at most five of them with the start itself.
  List<Tick> ticks(Wording wording) {
    long step =
        STEPS.stream()
            .mapToLong(Duration::toMillis)
            .filter(one -> millis() / one <= MOST_TICKS)
            .findFirst()
            .orElse(Math.max(1, millis() / MOST_TICKS));
    return LongStream.rangeClosed(0, millis() / step)
        .mapToObj(
            number ->
                new Tick(
                    percent(at(start.plusMillis(number * step))),
                    wording.duration(Duration.ofMillis(number * step))))
        .toList();
  }
}
