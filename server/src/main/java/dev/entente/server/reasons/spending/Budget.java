package dev.entente.server.reasons.spending;

import dev.entente.server.reasons.spending.Decision.Cause;
import java.util.Optional;
import java.util.OptionalLong;

/// How much may be spent on a run, or on a day.
///
/// @param tokens read and written; empty for as many as it takes
/// @param costMicros in millionths of the currency; empty for whatever it costs
public record Budget(OptionalLong tokens, OptionalLong costMicros) {
  /// What calls have spent.
  ///
  /// @param tokens read and written
  /// @param costMicros in millionths of the currency
  record Spent(long tokens, long costMicros) {
    Spent plus(Spent more) {
      return new Spent(tokens + more.tokens, costMicros + more.costMicros);
    }
  }

  /// What there is too much of; empty if it is within the budget.
  Optional<Cause> exceededBy(Spent spent, Cause tooManyTokens, Cause tooMuchMoney) {
    if (spent.tokens() > tokens.orElse(Long.MAX_VALUE)) {
      return Optional.of(tooManyTokens);
    }
    return spent.costMicros() > costMicros.orElse(Long.MAX_VALUE)
        ? Optional.of(tooMuchMoney)
        : Optional.empty();
  }
}
