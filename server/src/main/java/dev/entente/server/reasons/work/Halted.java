package dev.entente.server.reasons.work;

import dev.entente.server.reasons.spending.Decision.Cause;
import java.time.Instant;
import java.util.Optional;

/// Nobody may call a model for now, or no more for what is being done.
final class Halted extends Exception {
  private static final long serialVersionUID = 1;

  private final Cause cause;
  private final transient Optional<Instant> until;

  Halted(Cause cause, Optional<Instant> until) {
    super(cause.name(), null, false, false);
    this.cause = cause;
    this.until = until;
  }

  Cause cause() {
    return cause;
  }

  /// When calls may go on; empty for never.
  Optional<Instant> until() {
    return until;
  }
}
