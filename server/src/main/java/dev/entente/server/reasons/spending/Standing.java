package dev.entente.server.reasons.spending;

import dev.entente.server.reasons.spending.Budget.Spent;
import dev.entente.server.reasons.spending.Prices.Price;
import java.time.Instant;
import java.util.Optional;

/// Where all that limits calls stands at an instant.
///
/// @param totals of the run and the day
/// @param window of calls of all models
/// @param pause until when the provider wants no call of the model, if it does not
/// @param breaker of the model
/// @param price of the model
record Standing(
    Instant now,
    Totals totals,
    Window window,
    Optional<Pause> pause,
    Breaker breaker,
    Optional<Price> price) {
  /// What is spent, with what calls that go on are estimated at.
  ///
  /// @param run by the calls of the run
  /// @param day by the calls that began on this day
  /// @param isStopped whether nobody may spend for the run any more
  record Totals(Spent run, Spent day, boolean isStopped) {}

  /// A time without calls that the provider asked for.
  ///
  /// @param isDaily whether its quota of a day is used up
  record Pause(Instant until, boolean isDaily) {}
}
