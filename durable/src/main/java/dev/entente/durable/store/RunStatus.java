package dev.entente.durable.store;

/// How far a run has come.
public enum RunStatus {
  /// It has not begun.
  QUEUED,
  /// It has begun and not ended; it may sleep or wait.
  RUNNING,
  /// The function has ended.
  COMPLETED,
  /// It has failed for good.
  FAILED,
  /// Somebody, an event or a timeout has ended it.
  CANCELLED,
  /// It never began.
  SKIPPED;

  /// Tells whether nothing will happen to it any more.
  public boolean hasEnded() {
    return switch (this) {
      case QUEUED, RUNNING -> false;
      case COMPLETED, FAILED, CANCELLED, SKIPPED -> true;
    };
  }
}
