package dev.entente.server.reasons.spending;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Whether a model may be called.
public sealed interface Decision {
  /// Why a model may not be called; told and counted by name.
  public enum Cause {
    /// As many calls a minute as are allowed.
    REQUESTS_PER_MINUTE,
    /// As many tokens a minute as are allowed.
    TOKENS_PER_MINUTE,
    /// As many calls at once as are allowed.
    CONCURRENCY,
    /// The provider said that calls come too fast.
    PAUSED,
    /// The provider said that its quota of a day is used up.
    QUOTA,
    /// The last calls in a row failed: the circuit breaker is open.
    UNAVAILABLE,
    /// The provider refused the key, the model or the request.
    REFUSED,
    /// The day's budget of tokens is used up.
    TOKENS_PER_DAY,
    /// The day's budget of money is used up.
    COST_PER_DAY,
    /// The run's budget of tokens is used up.
    TOKENS_PER_RUN,
    /// The run's budget of money is used up.
    COST_PER_RUN,
    /// Money is limited, and nothing tells what the model costs.
    NO_PRICE,
    /// Somebody has stopped the run.
    STOPPED
  }

  /// It may, and the call has begun: it must be [settled][Spending#settle].
  ///
  /// @param call names it
  record Granted(long call) implements Decision {}

  /// Not yet.
  ///
  /// @param delay after which it is worth asking again, above 0
  record Later(Duration delay, Cause cause) implements Decision {}

  /// No more: waiting for it is not worth it.
  ///
  /// @param until when a call like this one may be granted again; empty for never, as far as
  ///   anybody can tell
  record Exhausted(Cause cause, Optional<Instant> until) implements Decision {}
}
