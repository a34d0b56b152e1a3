package dev.entente.documents;

import dev.entente.documents.Problem.Kind;
import dev.entente.matching.profile.Ids;
import dev.entente.matching.profile.JobPosting;
import dev.entente.matching.vocabulary.WhiteSpace;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// The kinds of value that documents are made of, each with its rule.
final class Values {
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_TEXT = JobPosting.LONGEST_TEXT;
  private static final int SCORE_DECIMALS = 2;
  private static final BigDecimal HIGHEST_SCORE = BigDecimal.valueOf(100);
  private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private Values() {}

  /// A text of at most so many code points.
  static Optional<String> text(Value value, int longest) {
    if (!value.node().isString()) {
      return value.not(Kind.NOT_A_TEXT);
    }
    String text = value.node().stringValue();
    int length = text.codePointCount(0, text.length());
    return length > longest ? value.wrong(Kind.TOO_LONG, longest, length) : Optional.of(text);
  }

  static Optional<String> text(Value value) {
    return text(value, LONGEST_TEXT);
  }

  /// A short text, such as a person's name or a place.
  static Optional<String> shortText(Value value) {
    return text(value, LONGEST_NAME);
  }

  /// A short text that must name something: a skill, a domain, a badge.
  static Optional<String> name(Value value) {
    Optional<String> name = shortText(value);
    return name.isPresent() && WhiteSpace.isBlank(name.get()) ? value.wrong(Kind.BLANK) : name;
  }

  static Optional<String> id(Value value) {
    return matching(value, Ids.FORM, Kind.NOT_AN_ID);
  }

  static Optional<Boolean> truth(Value value) {
    return value.node().isBoolean()
        ? Optional.of(value.node().booleanValue())
        : value.not(Kind.NOT_A_BOOLEAN);
  }

  static Optional<JsonNode> object(Value value) {
    return value.node().isObject() ? Optional.of(value.node()) : value.not(Kind.NOT_AN_OBJECT);
  }

  /// A score in points with at most two decimals; gives hundredths of a point.
  static Optional<Integer> score(Value value) {
    if (!value.node().isNumber()) {
      return value.not(Kind.NOT_A_NUMBER);
    }
    BigDecimal points = value.node().decimalValue();
    if (points.signum() < 0 || points.compareTo(HIGHEST_SCORE) > 0) {
      return value.not(Kind.SCORE_RANGE);
    }
    if (points.stripTrailingZeros().scale() > SCORE_DECIMALS) {
      return value.not(Kind.SCORE_DECIMALS);
    }
    return Optional.of(points.movePointRight(SCORE_DECIMALS).intValueExact());
  }

  static Optional<Integer> wholeNumber(Value value) {
    JsonNode node = value.node();
    return node.isIntegralNumber() && node.canConvertToInt()
        ? Optional.of(node.intValue())
        : value.not(Kind.NOT_A_WHOLE_NUMBER);
  }

  static Optional<YearMonth> month(Value value) {
    return matching(value, MONTH, Kind.NOT_A_MONTH)
        .flatMap(month -> parsed(value, Kind.NOT_A_MONTH, () -> YearMonth.parse(month)));
  }

  static Optional<LocalDate> date(Value value) {
    return matching(value, DATE, Kind.NOT_A_DATE)
        .flatMap(date -> parsed(value, Kind.NOT_A_DATE, () -> LocalDate.parse(date)));
  }

  static Optional<Instant> instant(Value value) {
    return value.node().isString()
        ? parsed(value, Kind.NOT_AN_INSTANT, () -> Instants.parse(value.node().stringValue()))
        : value.not(Kind.NOT_AN_INSTANT);
  }

  static Optional<String> language(Value value) {
    return shortText(value)
        .flatMap(
            tag -> {
              try {
                new Locale.Builder().setLanguageTag(tag);
                return tag.isEmpty() ? value.not(Kind.NOT_A_LANGUAGE) : Optional.of(tag);
              } catch (IllformedLocaleException e) {
                return value.not(Kind.NOT_A_LANGUAGE);
              }
            });
  }

  /// One of an enum's constants, by its exact name.
  static <E extends Enum<E>> ValueReader<E> oneOf(Class<E> type) {
    E[] constants = type.getEnumConstants();
    String names = EnumSet.allOf(type).stream().map(Enum::name).collect(Collectors.joining(" "));
    return value -> {
      Optional<E> constant =
          Arrays.stream(constants)
              .filter(c -> value.node().isString() && c.name().equals(value.node().stringValue()))
              .findFirst();
      return constant.isPresent()
          ? constant
          : value.wrong(Kind.NOT_ONE_OF, Quoted.of(value.node()), names);
    };
  }

  private static Optional<String> matching(Value value, Pattern form, Kind kind) {
    return value.node().isString() && form.matcher(value.node().stringValue()).matches()
        ? Optional.of(value.node().stringValue())
        : value.not(kind);
  }

  private interface Parse<T> {
    T parse();
  }

  private static <T> Optional<T> parsed(Value value, Kind kind, Parse<T> parse) {
    try {
      return Optional.of(parse.parse());
    } catch (DateTimeException e) {
      return value.not(kind);
    }
  }
}
