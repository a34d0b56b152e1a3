package dev.entente.server.reasons.spending;

import java.math.BigDecimal;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// Amounts of a currency in millionths of it, _micros_: sums of them are exact.
final class Money {
  private static final int DECIMALS = 6;
  private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,6})?");

  private Money() {}

  /// The micros of an amount such as `2.50`; empty if the text is none below a million, with six
  /// decimals at most.
  static OptionalLong parse(String text) {
    return AMOUNT.matcher(text).matches()
        ? OptionalLong.of(new BigDecimal(text).movePointRight(DECIMALS).longValueExact())
        : OptionalLong.empty();
  }

  /// An amount with two decimals, more where they count.
  static String format(long micros) {
    BigDecimal amount = BigDecimal.valueOf(micros, DECIMALS).stripTrailingZeros();
    return amount.setScale(Math.max(2, amount.scale())).toPlainString();
  }
}
