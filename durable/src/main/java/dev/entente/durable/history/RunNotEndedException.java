package dev.entente.durable.history;

import dev.entente.durable.store.RunStatus;
import java.time.Duration;

/// A run has not ended within the time that it was waited for. It goes on; waiting again may help.
public final class RunNotEndedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final RunStatus status;

  private RunNotEndedException(String message, RunStatus status) {
    super(message);
    this.status = status;
  }

  public static RunNotEndedException of(RunSummary run, Duration most) {
    return new RunNotEndedException(
        "run %s of %s has not ended within %s; it is %s"
            .formatted(run.id(), run.functionId(), most, run.status()),
        run.status());
  }

  /// How far the run is, `QUEUED` or `RUNNING`.
  public RunStatus status() {
    return status;
  }
}
