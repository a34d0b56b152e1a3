package dev.entente.server.reasons.work;

import dev.entente.server.reasons.spending.Decision.Cause;
import java.time.Instant;
import java.util.Optional;

/// Nobody may call a model for now, or no more for what is being done.
final class HaltedException extends Exception {
  private static final long serialVersionUID = 1;

  private final Cause cause;
  private final transient Optional<Instant> until;
  private final int asked;

  private HaltedException(Cause cause, Optional<Instant> until, int asked) {
    super(cause.name(), null, false, false);
    this.cause = cause;
    this.until = until;
    this.asked = asked;
  }

  /// A call was not permitted.
  ///
  /// @param until empty for never
  static HaltedException beforeCall(Cause cause, Optional<Instant> until) {
    return new HaltedException(cause, until, 0);
  }

  /// A call failed.
  ///
  /// @param asked about how many matchings, at least 1
  static HaltedException ofCall(Cause cause, Instant until, int asked) {
    return new HaltedException(cause, Optional.of(until), asked);
  }

  Cause cause() {
    return cause;
  }

  /// When calls may go on; empty for never.
  Optional<Instant> until() {
    return until;
  }

  /// About how many matchings a call that failed was to ask; 0 if none was made.
  int asked() {
    return asked;
  }
}
