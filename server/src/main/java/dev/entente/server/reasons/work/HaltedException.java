package dev.entente.server.reasons.work;

import dev.entente.server.reasons.spending.Decision.Cause;
import java.time.Instant;
import java.util.Optional;

/// Nobody may call a model for now, or no more for what is being done.
final class HaltedException extends Exception {
  private static final long serialVersionUID = 1;

  private final Cause cause;
  private final transient Optional<Instant> until;
  private final boolean isOfCall;

  private HaltedException(Cause cause, Optional<Instant> until, boolean isOfCall) {
    super(cause.name(), null, false, false);
    this.cause = cause;
    this.until = until;
    this.isOfCall = isOfCall;
  }

  /// A call was not permitted.
  ///
  /// @param until empty for never
  static HaltedException beforeCall(Cause cause, Optional<Instant> until) {
    return new HaltedException(cause, until, false);
  }

  /// A call failed.
  static HaltedException ofCall(Cause cause, Instant until) {
    return new HaltedException(cause, Optional.of(until), true);
  }

  Cause cause() {
    return cause;
  }

  /// When calls may go on; empty for never.
  Optional<Instant> until() {
    return until;
  }

  /// Whether a call was made and failed: perhaps because of what was asked.
  boolean isOfCall() {
    return isOfCall;
  }
}
