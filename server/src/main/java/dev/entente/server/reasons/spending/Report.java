package dev.entente.server.reasons.spending;

import dev.entente.server.reasons.spending.Decision.Cause;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// What was spent on a run, or on a day, and what came of it.
///
/// @param usage of models
/// @param texts what matchings have
/// @param isStopped whether nobody spends for the run any more; a day is never stopped
/// @param halt why a call like the last one would be refused, but for what is over within moments;
///   empty if it would not
/// @param limits that hold, and the currency of costs
public record Report(
    Usage usage, Texts texts, boolean isStopped, Optional<Halt> halt, SpendingSettings limits) {
  /// Calls and what they used.
  ///
  /// @param calls how many, by the name of their [status][Outcome.Status]; `GOING` for those that
  ///   have not ended, `LOST` for those whose process died. Only what there is
  /// @param inputTokens that models read; estimated for calls that go on or are lost
  /// @param outputTokens that they wrote; likewise
  /// @param costMicros estimated by the price table, in millionths of the currency
  /// @param unpricedCalls that are not in the cost, because nothing told a price
  public record Usage(
      Map<String, Long> calls,
      long inputTokens,
      long outputTokens,
      long costMicros,
      long unpricedCalls) {
    /// All calls.
    public long total() {
      return calls.values().stream().mapToLong(Long::longValue).sum();
    }

    /// The cost as an amount such as `0.0123`, with two decimals at least.
    public String cost() {
      return Money.format(costMicros);
    }
  }

  /// What matchings have.
  ///
  /// @param asked texts that models were asked for
  /// @param written those that are stored
  /// @param unchanged texts that needed no call, because what they say has not changed
  /// @param fallbacks how many have the template instead, by cause
  public record Texts(long asked, long written, long unchanged, Map<String, Long> fallbacks) {}

  /// Why there are no calls.
  ///
  /// @param until when there may be again; empty for never, as far as anybody can tell
  public record Halt(Cause cause, Optional<Instant> until) {}

  /// A budget of money as an amount such as `5.00`; empty for no limit.
  public static Optional<String> amount(OptionalLong micros) {
    return micros.isPresent() ? Optional.of(Money.format(micros.getAsLong())) : Optional.empty();
  }
}
