package dev.entente.server.nights;

import java.util.Optional;

/// A night that has begun, and what became of it.
///
/// @param run the last that ended, of those that began in it; empty if none has
public record PastNight(Night night, Outcome outcome, Optional<NightRun> run) {
  /// What became of it.
  public enum Outcome {
    /// Its last run is completed.
    FINE,
    /// It is completed, but some postings keep the lists that they had.
    PARTIAL,
    /// Its last run failed.
    FAILED,
    /// Its deadline has passed without a run that ended.
    MISSED,
    /// No run has ended, and none was expected to, or not yet.
    NONE
  }
}
