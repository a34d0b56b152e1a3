package dev.entente.server.runs;

import java.util.UUID;

/// A run that is recorded as ended, by another process or together with its row: whoever still
/// works on it stops.
public final class RunEndedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  RunEndedException(UUID run) {
    super("it is not recorded as going on any more: run=" + run);
  }
}
