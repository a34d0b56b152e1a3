package dev.entente.matching.criteria;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// What is fixed when a run starts and stored with it, so that its scores can be computed again.
///
/// @param asOf the instant that open experiences last until and badges must be valid at
/// @param calibration the means that shrunk scores lean on
public record RunConditions(Instant asOf, Calibration calibration) {
  /// The UTC date of `asOf`: no criterion reads more of it.
  LocalDate day() {
    return LocalDate.ofInstant(asOf, ZoneOffset.UTC);
  }

  /// Tells whether every pair has the same scores under these conditions and others, whatever the
  /// hour of their `asOf`.
  public boolean scoresLike(RunConditions others) {
    return day().equals(others.day()) && calibration.equals(others.calibration());
  }
}
