package dev.entente.inngest.flow;

import java.time.Duration;
import java.util.Optional;

/// How long runs may take before they are cancelled, which is no failure. Immutable.
///
/// @param start the longest wait in the queue, from a second on
/// @param finish the longest time from the start to the end, from a second on; the request that
///   goes on then is waited for
public record Timeouts(Optional<Duration> start, Optional<Duration> finish) {
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofDays(366);

  public Timeouts {
    start.ifPresent(most -> Checks.between(SHORTEST, LONGEST, "the timeout of a start", most));
    finish.ifPresent(most -> Checks.between(SHORTEST, LONGEST, "the timeout of a run", most));
  }

  /// Runs that take longer from their start to their end are cancelled.
  public static Timeouts ofFinish(Duration most) {
    return new Timeouts(Optional.empty(), Optional.of(most));
  }

  /// Runs that wait longer in the queue are cancelled.
  public static Timeouts ofStart(Duration most) {
    return new Timeouts(Optional.of(most), Optional.empty());
  }

  /// The same with a limit for the whole run.
  public Timeouts andFinish(Duration most) {
    return new Timeouts(start, Optional.of(most));
  }
}
