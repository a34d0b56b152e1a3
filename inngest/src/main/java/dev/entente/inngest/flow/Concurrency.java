package dev.entente.inngest.flow;

import java.util.Optional;

/// How many go on at once; what is beyond waits. Immutable.
///
/// @param subject what is counted
/// @param limit at least 1
/// @param key a CEL expression; each value of it is counted by itself
/// @param scope over what is counted; beyond the function, a key must say what belongs together
public record Concurrency(Subject subject, int limit, Optional<String> key, Scope scope) {
  /// What is counted.
  public enum Subject {
    /// Steps that are being executed: a run that sleeps or waits takes no place.
    STEPS,
    /// Whole runs, whether they sleep or not.
    RUNS
  }

  /// Over what is counted.
  public enum Scope {
    /// One function.
    FUNCTION,
    /// All functions of the environment with the same key.
    ENVIRONMENT,
    /// All functions of the account with the same key.
    ACCOUNT
  }

  public Concurrency {
    Checks.atLeast(1, "the limit of a concurrency", limit);
    Checks.expression("the key of a concurrency", key);
    Checks.require(
        scope == Scope.FUNCTION || key.isPresent(),
        "a concurrency with scope %s needs a key that says what belongs together: use perKey"
            .formatted(scope));
    Checks.require(
        scope == Scope.FUNCTION || subject == Subject.STEPS,
        "a concurrency of runs is counted over one function, not with scope " + scope);
  }

  /// At most so many steps at once, over all runs of the function.
  public static Concurrency ofSteps(int limit) {
    return new Concurrency(Subject.STEPS, limit, Optional.empty(), Scope.FUNCTION);
  }

  /// At most so many runs at once.
  public static Concurrency ofRuns(int limit) {
    return new Concurrency(Subject.RUNS, limit, Optional.empty(), Scope.FUNCTION);
  }

  /// The same for each value of an expression.
  ///
  /// @param expression in CEL, such as `event.data.customerId`
  public Concurrency perKey(String expression) {
    return new Concurrency(subject, limit, Optional.of(expression), scope);
  }

  /// The same for each value of an expression, counted beyond the function.
  ///
  /// @param expression in CEL; a constant such as `"openai"` counts all together
  public Concurrency perKey(String expression, Scope over) {
    return new Concurrency(subject, limit, Optional.of(expression), over);
  }
}
