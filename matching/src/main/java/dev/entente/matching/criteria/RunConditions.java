package dev.entente.matching.criteria;

import java.time.Instant;

/// What is fixed when a run starts and stored with it, so that its scores can be computed again.
///
/// @param asOf the instant that open experiences last until and badges must be valid at
/// @param calibration the means that shrunk scores lean on
public record RunConditions(Instant asOf, Calibration calibration) {}
