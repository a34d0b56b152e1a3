package dev.entente.inngest.function;

import dev.entente.inngest.flow.FlowControl;
import dev.entente.inngest.flow.Trigger;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A durable function: what starts it, how its runs go on, and its code. Immutable; lists are
/// copied.
///
/// @param id its name for the server, unique in its app, the same from release to release; 1 to 255
///   characters without blanks
/// @param name for people
/// @param triggers at most ten, all different; none if it is only invoked
/// @param retries how often an attempt that failed is tried again, `0..20`
/// @param failureHandler called when a run has failed for good, with an event that [FailedRun#of]
///   reads
public record InngestFunction(
    String id,
    String name,
    List<Trigger> triggers,
    int retries,
    FlowControl flow,
    FunctionBody body,
    Optional<FunctionBody> failureHandler) {
  /// How often a failed attempt is tried again unless a function says otherwise.
  public static final int USUAL_RETRIES = 4;

  private static final int MOST_RETRIES = 20;
  private static final int MOST_TRIGGERS = 10;
  private static final int LONGEST_ID = 255;
  private static final Pattern ID = Pattern.compile("[^\\p{IsWhite_Space}\\p{Cntrl}]+");

  public InngestFunction {
    triggers = List.copyOf(triggers);
    require(
        id.length() <= LONGEST_ID && ID.matcher(id).matches(),
        "the id of a function has 1 to %d characters without blanks, got: %s"
            .formatted(LONGEST_ID, id));
    require(!name.isEmpty(), "function %s: the name is empty".formatted(id));
    require(
        retries >= 0 && retries <= MOST_RETRIES,
        "function %s: retries must be in 0..%d, got: %d".formatted(id, MOST_RETRIES, retries));
    require(
        triggers.size() <= MOST_TRIGGERS,
        "function %s has at most %d triggers, got: %d"
            .formatted(id, MOST_TRIGGERS, triggers.size()));
    require(
        new HashSet<>(triggers).size() == triggers.size(),
        "function %s has a trigger twice: %s".formatted(id, triggers));
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }

  /// Begins a definition.
  ///
  /// @param id its name for the server, unique in its app
  public static FunctionBuilder withId(String id) {
    return new FunctionBuilder(id);
  }
}
