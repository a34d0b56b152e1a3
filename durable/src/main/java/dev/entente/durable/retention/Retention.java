package dev.entente.durable.retention;

import java.time.Duration;

/// How long what happened is kept. Immutable. Each is more than nothing and at most 100 years, of
/// 365 days each.
///
/// @param runs from the end of a run, with its steps and attempts
/// @param events from when they were received; as long as a run that they started is kept, they are
///   too
/// @param logs from the end of their run; never longer than the run itself
public record Retention(Duration runs, Duration events, Duration logs) {
  private static final Duration LONGEST = Duration.ofDays(100 * 365);

  /// 90 days of each.
  public static final Retention DEFAULT =
      new Retention(Duration.ofDays(90), Duration.ofDays(90), Duration.ofDays(90));

  /// @throws IllegalArgumentException that names the one that is out of its range
  public Retention {
    check("runs", runs);
    check("events", events);
    check("logs", logs);
  }

  private static void check(String what, Duration time) {
    if (time.isZero() || time.isNegative() || time.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "the retention of %s is more than nothing and at most 100 years, got: %s"
              .formatted(what, time));
    }
  }
}
