package dev.entente.inngest.flow;

import java.time.Duration;
import java.util.Optional;

/// An event that cancels runs. Immutable.
///
/// @param event its name
/// @param expression a CEL expression with `event`, which started the run, and `async`, which
///   cancels it; empty cancels all
/// @param timeout how long after a run's start it is heeded, from a second on; empty means a year
public record CancelOn(String event, Optional<String> expression, Optional<Duration> timeout) {
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofDays(366);

  public CancelOn {
    Checks.text("the name of an event", event, Trigger.LONGEST);
    Checks.expression("the expression of a cancellation", expression);
    timeout.ifPresent(
        most -> Checks.between(SHORTEST, LONGEST, "the timeout of a cancellation", most));
  }

  /// Cancels all runs.
  public static CancelOn event(String name) {
    return new CancelOn(name, Optional.empty(), Optional.empty());
  }

  /// The same for runs for which a CEL expression holds.
  public CancelOn when(String condition) {
    return new CancelOn(event, Optional.of(condition), timeout);
  }

  /// The same for runs whose event has the same value at a path.
  ///
  /// @param path such as `data.orderId`
  public CancelOn matching(String path) {
    return when("event." + path + " == async." + path);
  }

  /// The same, heeded only for so long after the run's start.
  public CancelOn within(Duration most) {
    return new CancelOn(event, expression, Optional.of(most));
  }
}
