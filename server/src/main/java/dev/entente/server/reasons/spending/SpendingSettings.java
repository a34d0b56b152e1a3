package dev.entente.server.reasons.spending;

import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/// How much may be spent on calls of models, over all instances of the service. Immutable.
///
/// @param requestsPerMinute calls that may reach providers within any 60 seconds, at least 1
/// @param tokensPerMinute tokens of these calls, read and written, at least 1
/// @param concurrency calls at once, `1..64`
/// @param longestCall after which a call is given up; 1 to 110 seconds
/// @param perDay for calls that begin on one day in UTC
/// @param perRun for the calls of one generation run
/// @param prices what models cost
/// @param currency of prices and budgets: a label, nothing is converted
public record SpendingSettings(
    int requestsPerMinute,
    int tokensPerMinute,
    int concurrency,
    Duration longestCall,
    Budget perDay,
    Budget perRun,
    Prices prices,
    String currency) {
  private static final String PREFIX = "ENTENTE_REASONS_";
  private static final String NONE = "none";
  private static final int MOST_REQUESTS = 100_000;
  private static final int MOST_TOKENS_PER_MINUTE = 1_000_000_000;
  private static final int MOST_AT_ONCE = 64;
  private static final int MOST_SECONDS = 110; // below Spending.LONGEST_CALL
  private static final long MOST_TOKENS = 1_000_000_000_000L;
  private static final String PRICES = PREFIX + "PRICES";
  private static final String CURRENCY = PREFIX + "CURRENCY";

  private record Variables(Function<String, Optional<String>> variable) {
    int count(String name, int usual, int most) {
      return (int)
          find(name).map(text -> number(name, text, most, "")).orElse((long) usual).longValue();
    }

    OptionalLong tokens(String name, long usual) {
      String text = find(name).orElse(Long.toString(usual));
      return text.equals(NONE)
          ? OptionalLong.empty()
          : OptionalLong.of(number(name, text, MOST_TOKENS, ", or none for no limit"));
    }

    private static long number(String name, String text, long most, String orElse) {
      BigInteger number = text.matches("[0-9]{1,20}") ? new BigInteger(text) : BigInteger.ZERO;
      if (number.signum() == 0 || number.compareTo(BigInteger.valueOf(most)) > 0) {
        throw new IllegalArgumentException(
            "%s%s is a whole number from 1 to %d%s, got: %s"
                .formatted(PREFIX, name, most, orElse, text));
      }
      return number.longValueExact();
    }

    OptionalLong cost(String name, String usual) {
      String text = find(name).orElse(usual);
      if (text.equals(NONE)) {
        return OptionalLong.empty();
      }
      OptionalLong micros = Money.parse(text);
      if (micros.isEmpty()) {
        throw new IllegalArgumentException(
            "%s%s is an amount such as %s, below a million, or none for no limit, got: %s"
                .formatted(PREFIX, name, usual, text));
      }
      return micros;
    }

    Optional<String> find(String name) {
      return variable.apply(PREFIX + name);
    }
  }

  /// Reads what is set. What is not is small enough for nobody to be ruined by a mistake: 5.00 a
  /// day, 4.00 of them for one run.
  ///
  /// @param variable gives what a variable holds, if it is set
  /// @throws IllegalArgumentException that names the variable that is wrong
  public static SpendingSettings of(Function<String, Optional<String>> variable) {
    var variables = new Variables(variable);
    return new SpendingSettings(
        variables.count("REQUESTS_PER_MINUTE", 60, MOST_REQUESTS),
        variables.count("TOKENS_PER_MINUTE", 250_000, MOST_TOKENS_PER_MINUTE),
        variables.count("CONCURRENCY", 4, MOST_AT_ONCE),
        Duration.ofSeconds(variables.count("SECONDS_PER_CALL", 60, MOST_SECONDS)),
        new Budget(
            variables.tokens("TOKENS_PER_DAY", 10_000_000), variables.cost("COST_PER_DAY", "5.00")),
        new Budget(
            variables.tokens("TOKENS_PER_RUN", 8_000_000), variables.cost("COST_PER_RUN", "4.00")),
        variable.apply(PRICES).map(SpendingSettings::prices).orElseGet(Prices::usual),
        variable.apply(CURRENCY).map(SpendingSettings::currency).orElse("USD"));
  }

  private static Prices prices(String text) {
    try {
      return Prices.usual().with(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          PRICES
              + " is a list such as gemini-2.5-flash=0.30/2.50,*=1.00/5.00: what a million tokens"
              + " cost, read and written, each model once; this is wrong in it: "
              + e.getMessage(),
          e);
    }
  }

  private static String currency(String text) {
    if (!text.matches("[\\p{Lu}]{3}")) {
      throw new IllegalArgumentException(
          CURRENCY + " is three capital letters such as USD or EUR, got: " + text);
    }
    return text;
  }

  /// The same for a model that runs on a machine of one's own: without a price it costs nothing.
  public SpendingSettings ofOwnMachine(String model) {
    return prices.find(model, LocalDate.MAX).isPresent()
        ? this
        : new SpendingSettings(
            requestsPerMinute,
            tokensPerMinute,
            concurrency,
            longestCall,
            perDay,
            perRun,
            prices.with("*=0/0"),
            currency);
  }

  /// Makes sure that limits of cost can be kept for a model.
  ///
  /// @throws IllegalArgumentException that says what to set, if they cannot
  public void requirePrice(String model) {
    if (isCostLimited() && prices.find(model, LocalDate.MAX).isEmpty()) {
      throw new IllegalArgumentException(
          ("%s tells no price of %s, so limits of cost cannot be kept: add %s=input/output, what a"
                  + " million tokens cost, or set %sCOST_PER_DAY and %sCOST_PER_RUN to none")
              .formatted(PRICES, model, model, PREFIX, PREFIX));
    }
  }

  /// Tells whether calls of a model without a price must be refused, because nobody would know when
  /// enough is spent.
  boolean isCostLimited() {
    return perDay.costMicros().isPresent() || perRun.costMicros().isPresent();
  }
}
