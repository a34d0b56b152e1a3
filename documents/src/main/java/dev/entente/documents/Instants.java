package dev.entente.documents;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Instants as documents and commands write them: RFC 3339, such as `2026-03-01T10:00:00Z` or
/// `2026-03-01T11:00:00.5+01:00`.
public final class Instants {
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4})-(\\d{2})-(\\d{2})[Tt](\\d{2}):(\\d{2}):(\\d{2})(?:\\.(\\d{1,9})\\d*)?"
              + "(?:[Zz]|([+-])([01]\\d|2[0-3]):([0-5]\\d))");

  private static final int LEAP = 60;
  private static final int DECIMALS = 9;

  private Instants() {}

  /// Reads an instant. Decimals of a second behind the ninth are cut; a leap second is the second
  /// behind it.
  ///
  /// @throws DateTimeException if the text has another form or names no instant
  public static Instant parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new DateTimeException("not an RFC 3339 instant");
    }
    int second = number(form, 6);
    boolean leap = second == LEAP;
    LocalDateTime local =
        LocalDateTime.of(
            number(form, 1),
            number(form, 2),
            number(form, 3),
            number(form, 4),
            number(form, 5),
            leap ? LEAP - 1 : second,
            nanos(form.group(7)));
    return local.plusSeconds(leap ? 1 : 0).minus(offset(form)).toInstant(ZoneOffset.UTC);
  }

  private static int number(Matcher form, int group) {
    return Integer.parseInt(form.group(group));
  }

  private static int nanos(@Nullable String decimals) {
    return decimals == null ? 0 : Integer.parseInt((decimals + "00000000").substring(0, DECIMALS));
  }

  // Java's own offsets end at 18 hours, those of RFC 3339 at 23:59.
  private static Duration offset(Matcher form) {
    if (form.group(8) == null) {
      return Duration.ZERO;
    }
    Duration offset = Duration.ofHours(number(form, 9)).plusMinutes(number(form, 10));
    return form.group(8).equals("-") ? offset.negated() : offset;
  }
}
