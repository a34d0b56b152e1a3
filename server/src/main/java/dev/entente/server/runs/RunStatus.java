package dev.entente.server.runs;

/// Where a run stands.
public enum RunStatus {
  /// It goes on.
  RUNNING,
  /// It is done; postings that failed are named.
  COMPLETED,
  /// Nothing could be ranked.
  FAILED,
  /// The process died; the next start runs again.
  INTERRUPTED
}
