package dev.entente.server.pages.runs;

import dev.entente.server.pages.wording.Wording;
import java.time.Duration;

/// Lengths of time as people say them, from milliseconds to hours.
public final class Lengths {
  private static final Duration SHORT = Duration.ofSeconds(10);
  private static final Duration MIDDLE = Duration.ofMinutes(2);
  private static final Duration LONG = Duration.ofHours(2);
  private static final double MILLIS = 1_000;

  private Lengths() {}

  /// Milliseconds below one second, tenths of a second below ten, seconds below two minutes, then
  /// minutes and seconds, from two hours on hours and minutes. A negative one, of clocks that do
  /// not agree, is none.
  public static String of(Duration given, Wording wording) {
    Duration length = given.isNegative() ? Duration.ZERO : given;
    if (length.toSeconds() == 0) {
      return wording.text("page.length.millis", length.toMillis());
    }
    if (length.compareTo(SHORT) < 0) {
      return wording.text("page.length.tenths", length.toMillis() / MILLIS);
    }
    if (length.compareTo(MIDDLE) < 0) {
      return wording.text("page.length.seconds", length.toSeconds());
    }
    return length.compareTo(LONG) < 0
        ? wording.text("page.length.minutes", length.toMinutes(), length.toSecondsPart())
        : wording.text("page.length.hours", length.toHours(), length.toMinutesPart());
  }
}
