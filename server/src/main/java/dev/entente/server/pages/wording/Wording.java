package dev.entente.server.pages.wording;

import dev.entente.matching.vocabulary.WhiteSpace;
import dev.entente.server.reasons.ReasonLanguage;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/// What pages say in one language: texts, numbers, instants.
public final class Wording {
  private static final double HUNDREDTHS = 100;
  private static final double MILLIS = 1_000;
  private static final Duration SHORT = Duration.ofSeconds(10);
  private static final Duration MIDDLE = Duration.ofMinutes(2);
  private static final Duration LONG = Duration.ofHours(2);

  /// An instant for machines and for people, both in UTC.
  public record Moment(String machine, String shown) {}

  private final MessageSource messages;
  private final Locale language;

  public Wording(MessageSource messages, Locale language) {
    this.messages = messages;
    this.language = language;
  }

  /// The reader's language.
  public Locale locale() {
    return language;
  }

  /// A text that exists.
  ///
  /// @throws org.springframework.context.NoSuchMessageException if it does not
  public String text(String key, Object... arguments) {
    return messages.getMessage(key, arguments, language);
  }

  /// A text that may not exist.
  public Optional<String> find(String key, Object... arguments) {
    return Optional.ofNullable(messages.getMessage(key, arguments, null, language));
  }

  /// What people call a value of a document, such as `HYBRID`; the value itself where it has no
  /// name.
  public String word(String kind, String value) {
    return value.isEmpty() ? "" : find(kind + "." + value).orElse(value);
  }

  /// A name, or the id of what has none.
  public String named(String name, String id) {
    return WhiteSpace.isBlank(name) ? id : name;
  }

  /// What a person is called: the names that are there, else the id.
  public String named(@Nullable String first, @Nullable String last, String id) {
    return named(
        Stream.<@Nullable String>of(first, last)
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" ")),
        id);
  }

  /// What people call a language, given by its BCP 47 tag.
  public String language(String tag) {
    return Locale.forLanguageTag(tag).getDisplayName(language);
  }

  /// The language of reasons that are written for the reader.
  public ReasonLanguage reasonLanguage() {
    return ReasonLanguage.of(language);
  }

  /// Hundredths of a point as points, always with two decimals.
  public String points(long hundredths) {
    return decimal("0.00", hundredths / HUNDREDTHS);
  }

  /// Hundredths of a per cent as per cent, with decimals where there are any.
  public String percent(long hundredths) {
    return text("page.percent", decimal("0.##", hundredths / HUNDREDTHS));
  }

  /// A number with at least four decimals, at most six.
  public String exact(double number) {
    return decimal("0.0000##", number);
  }

  private String decimal(String pattern, double number) {
    return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(language)).format(number);
  }

  /// A whole number, its digits in groups of three.
  public String whole(long number) {
    return NumberFormat.getIntegerInstance(language).format(number);
  }

  /// An amount of money with two decimals at least, at most six.
  public String amount(BigDecimal amount) {
    return new DecimalFormat("#,##0.00####", DecimalFormatSymbols.getInstance(language))
        .format(amount);
  }

  /// An instant to the minute, in UTC.
  public Moment moment(Instant instant) {
    return new Moment(instant.toString(), format("d MMM uuuu, HH:mm 'UTC'", instant));
  }

  /// An instant to the second, in UTC.
  public Moment second(Instant instant) {
    return new Moment(instant.toString(), format("d MMM uuuu, HH:mm:ss 'UTC'", instant));
  }

  /// A length of time: milliseconds below one second, tenths of a second below ten, seconds below
  /// two minutes, then minutes and seconds, from two hours on hours and minutes. A negative one, of
  /// clocks that do not agree, is none.
  public String duration(Duration given) {
    Duration length = given.isNegative() ? Duration.ZERO : given;
    if (length.toSeconds() == 0) {
      return text("page.length.millis", length.toMillis());
    }
    if (length.compareTo(SHORT) < 0) {
      return text("page.length.tenths", length.toMillis() / MILLIS);
    }
    if (length.compareTo(MIDDLE) < 0) {
      return text("page.length.seconds", length.toSeconds());
    }
    return length.compareTo(LONG) < 0
        ? text("page.length.minutes", length.toMinutes(), length.toSecondsPart())
        : text("page.length.hours", length.toHours(), length.toMinutesPart());
  }

  /// The length of time between two instants; empty if one of them is not known.
  public String duration(@Nullable Instant from, @Nullable Instant to) {
    return from == null || to == null ? "" : duration(Duration.between(from, to));
  }

  /// The day of an instant, in UTC.
  public String day(Instant instant) {
    return format("d MMM uuuu", instant);
  }

  /// A day of the calendar.
  public String day(LocalDate day) {
    return DateTimeFormatter.ofPattern("d MMM uuuu", language).format(day);
  }

  /// A month of a year.
  public String month(YearMonth month) {
    return DateTimeFormatter.ofPattern("LLL uuuu", language).format(month);
  }

  private String format(String pattern, Instant instant) {
    return DateTimeFormatter.ofPattern(pattern, language).format(instant.atOffset(ZoneOffset.UTC));
  }
}
