package dev.entente.inngest.function;

import dev.entente.inngest.flow.CancelOn;
import java.time.Duration;
import java.util.Optional;

/// Which event a run waits for, and how long. Immutable.
///
/// @param event its name
/// @param timeout rounded up to whole seconds, at least 1, at most 366 days
/// @param expression a CEL expression with `event`, which started the run, and `async`, which is
///   waited for; empty takes the first event of the name
public record EventWait(String event, Duration timeout, Optional<String> expression) {
  private static final Duration LONGEST = Duration.ofDays(366);

  public EventWait {
    new CancelOn(event, expression, Optional.empty()); // the same rules for a name and a condition
    if (timeout.isNegative() || timeout.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "an event is waited for at most 366 days, got: " + timeout);
    }
  }

  /// The first event of a name.
  public static EventWait of(String event, Duration timeout) {
    return new EventWait(event, timeout, Optional.empty());
  }

  /// The same, if a CEL expression holds.
  ///
  /// @param condition such as `async.data.approved && async.data.orderId == event.data.orderId`
  public EventWait when(String condition) {
    return new EventWait(event, timeout, Optional.of(condition));
  }

  /// The same, if it has the same value at a path as the event that started the run.
  ///
  /// @param path such as `data.orderId`
  public EventWait matching(String path) {
    return when("event." + path + " == async." + path);
  }
}
