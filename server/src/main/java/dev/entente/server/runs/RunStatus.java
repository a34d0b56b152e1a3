package dev.entente.server.runs;

/// Where a run stands.
public enum RunStatus {
  /// It is asked for; the engine has not begun it.
  QUEUED,
  /// It goes on.
  RUNNING,
  /// It is done; postings that failed are named.
  COMPLETED,
  /// Nothing could be ranked, or the engine gave it up.
  FAILED,
  /// Somebody has ended it.
  CANCELLED;

  /// Tells whether nothing of it goes on.
  public boolean hasEnded() {
    return this != QUEUED && this != RUNNING;
  }
}
