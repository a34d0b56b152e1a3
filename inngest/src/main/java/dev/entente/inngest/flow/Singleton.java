package dev.entente.inngest.flow;

import java.util.Locale;
import java.util.Optional;

/// One run at a time. Immutable.
///
/// @param mode what becomes of a second start
/// @param key a CEL expression; one run at a time for each value of it
public record Singleton(Mode mode, Optional<String> key) {
  /// What becomes of a start while a run goes on.
  public enum Mode {
    /// The new run is skipped.
    SKIP,
    /// The run that goes on is cancelled.
    CANCEL;

    /// As the protocol writes it.
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Singleton {
    Checks.expression("the key of a singleton", key);
  }

  /// Skips a start while a run goes on.
  public static Singleton skipping() {
    return new Singleton(Mode.SKIP, Optional.empty());
  }

  /// Cancels the run that goes on when another starts.
  public static Singleton cancelling() {
    return new Singleton(Mode.CANCEL, Optional.empty());
  }

  /// The same for each value of a CEL expression.
  public Singleton perKey(String expression) {
    return new Singleton(mode, Optional.of(expression));
  }
}
