package dev.entente.server.nights;

/// What became of the latest night.
public enum NightStatus {
  /// None begins by itself, and no run has ended.
  OFF,
  /// No night is due yet, and no run has ended.
  AWAITED,
  /// All is well, and a run goes on.
  RUNNING,
  /// It is completed.
  FINE,
  /// It is completed, but some postings keep the lists that they had.
  PARTIAL,
  /// The last run that ended failed.
  FAILED,
  /// Its deadline has passed without a completed run.
  MISSED;

  /// Tells whether the operator must do something before the next night, which health shows.
  public boolean isRed() {
    return this == FAILED || this == MISSED;
  }
}
