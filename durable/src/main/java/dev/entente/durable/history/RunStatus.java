package dev.entente.durable.history;

/// How far a run is.
public enum RunStatus {
  /// It has not begun.
  QUEUED,
  /// It has begun; it may be sleeping or waiting.
  RUNNING,
  /// Its function has returned.
  COMPLETED,
  /// Its function, or a step that it did not catch, has failed for good.
  FAILED,
  /// It was ended from outside, see its reason.
  CANCELLED,
  /// It never began, see its reason.
  SKIPPED;

  /// Tells whether nothing of it will change any more.
  public boolean hasEnded() {
    return switch (this) {
      case QUEUED, RUNNING -> false;
      case COMPLETED, FAILED, CANCELLED, SKIPPED -> true;
    };
  }
}
