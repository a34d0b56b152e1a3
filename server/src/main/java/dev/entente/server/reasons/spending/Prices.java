package dev.entente.server.reasons.spending;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What models cost, by name and day. Immutable.
///
/// An entry is `model=input/output` or `model@day=input/output`, in amounts of a currency for a
/// million tokens; the second holds from that day on. The model `*` is any that has no price.
public final class Prices {
  private static final String ANY = "*";
  private static final Pattern ENTRY =
      Pattern.compile("([^\\s,=@]+)(?:@(\\d{4}-\\d{2}-\\d{2}))?=([0-9.]+)/([0-9.]+)");

  /// What a model costs, in millionths of the currency for a million tokens.
  ///
  /// @param input for what it reads, at least 0
  /// @param output for what it writes, at least 0
  record Price(long input, long output) {
    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

    /// What a call costs, in micros; a part of one counts as one, so that no sum is too low.
    long of(Tokens tokens) {
      BigInteger cost = product(input, tokens.input()).add(product(output, tokens.output()));
      return cost.add(MILLION).subtract(BigInteger.ONE).divide(MILLION).longValueExact();
    }

    private static BigInteger product(long price, int tokens) {
      return BigInteger.valueOf(price).multiply(BigInteger.valueOf(tokens));
    }
  }

  private final Map<String, NavigableMap<LocalDate, Price>> models;

  private Prices(Map<String, NavigableMap<LocalDate, Price>> models) {
    this.models = models;
  }

  /// The public prices of current Flash models, as shipped.
  static Prices usual() {
    try (InputStream in = Prices.class.getResourceAsStream("prices.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return new Prices(read(text.lines().filter(line -> !line.startsWith("#"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// These prices and others, which stand in for all that these know of a model.
  ///
  /// @param entries separated by commas or white space
  /// @throws IllegalArgumentException whose message is the entry that is wrong
  Prices with(String entries) {
    Map<String, NavigableMap<LocalDate, Price>> all = new HashMap<>(models);
    all.putAll(read(Stream.of(entries.split("[\\s,]+")).filter(entry -> !entry.isEmpty())));
    return new Prices(Map.copyOf(all));
  }

  private static Map<String, NavigableMap<LocalDate, Price>> read(Stream<String> entries) {
    Map<String, NavigableMap<LocalDate, Price>> models = new HashMap<>();
    entries.forEach(
        entry -> {
          Matcher parts = ENTRY.matcher(entry);
          if (!parts.matches() || isKnown(parts, models)) {
            throw new IllegalArgumentException(entry);
          }
        });
    return models;
  }

  // Adds it, unless there is one of that day already.
  private static boolean isKnown(
      Matcher parts, Map<String, NavigableMap<LocalDate, Price>> models) {
    var price = new Price(amount(parts, 3), amount(parts, 4));
    return models.computeIfAbsent(parts.group(1), _ -> new TreeMap<>()).put(day(parts), price)
        != null;
  }

  private static LocalDate day(Matcher parts) {
    try {
      return parts.group(2) == null ? LocalDate.EPOCH : LocalDate.parse(parts.group(2));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(parts.group(), e);
    }
  }

  private static long amount(Matcher parts, int group) {
    return Money.parse(parts.group(group))
        .orElseThrow(() -> new IllegalArgumentException(parts.group()));
  }

  /// What a model costs on a day in UTC; empty if nothing tells.
  Optional<Price> find(String model, LocalDate day) {
    return priceOf(model, day).or(() -> priceOf(ANY, day));
  }

  private Optional<Price> priceOf(String model, LocalDate day) {
    @Nullable NavigableMap<LocalDate, Price> days = models.get(model);
    return Optional.ofNullable(days).map(prices -> prices.floorEntry(day)).map(Map.Entry::getValue);
  }
}
