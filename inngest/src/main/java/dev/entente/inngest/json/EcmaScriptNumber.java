package dev.entente.inngest.json;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Doubles as ECMAScript writes them (ECMA-262, `Number::toString`), which RFC 8785 prescribes.
final class EcmaScriptNumber {
  private static final int LARGEST_PLAIN = 21;
  private static final int SMALLEST_PLAIN = -6;

  private EcmaScriptNumber() {}

  /// Formats a finite number: the fewest digits that give it back, and of those the nearest.
  static String format(double number) {
    if (number == 0) {
      return "0"; // the negative one too
    }
    String sign = number < 0 ? "-" : "";
    BigDecimal shortest = shortest(Math.abs(number));
    String digits = shortest.unscaledValue().toString();
    return sign + written(digits, digits.length() - shortest.scale());
  }

  /* Double.toString gives the fewest digits since JDK 19, but never fewer than two: where one digit
   * would do it gives the nearest number of two. So one digit is tried where it gave two. */
  private static BigDecimal shortest(double number) {
    BigDecimal digits = new BigDecimal(Double.toString(number)).stripTrailingZeros();
    if (digits.precision() == 2) {
      var one = new BigDecimal(number).round(new MathContext(1, RoundingMode.HALF_EVEN));
      return one.doubleValue() == number ? one.stripTrailingZeros() : digits;
    }
    return digits;
  }

  /// @param point how many digits stand before the point; beyond the digits, or negative, if it is
  ///   not among them
  private static String written(String digits, int point) {
    if (point > LARGEST_PLAIN || point <= SMALLEST_PLAIN) {
      return scientific(digits, point - 1);
    }
    if (point <= 0) {
      return "0." + "0".repeat(-point) + digits;
    }
    return point >= digits.length()
        ? digits + "0".repeat(point - digits.length())
        : digits.substring(0, point) + "." + digits.substring(point);
  }

  private static String scientific(String digits, int exponent) {
    String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
    return digits.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
  }
}
