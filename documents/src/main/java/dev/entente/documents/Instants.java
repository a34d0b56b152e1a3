package dev.entente.documents;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Instants as documents and commands write them: RFC 3339, such as `2026-03-01T10:00:00Z` or
/// `2026-03-01T11:00:00.5+01:00`.
public final class Instants {
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2})[Tt](\\d{2}:\\d{2}):(\\d{2})(?:(\\.\\d{1,9})\\d*)?"
              + "(?:[Zz]|([+-])([01]\\d|2[0-3]):([0-5]\\d))");

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
    boolean leap = form.group(3).equals("60");
    String second = (leap ? "59" : form.group(3)) + Objects.requireNonNullElse(form.group(4), "");
    LocalDateTime local = LocalDateTime.parse(form.group(1) + "T" + form.group(2) + ":" + second);
    return local.plusSeconds(leap ? 1 : 0).minus(offset(form)).toInstant(ZoneOffset.UTC);
  }

  // Java's own offsets end at 18 hours, those of RFC 3339 at 23:59.
  private static Duration offset(Matcher form) {
    if (form.group(5) == null) {
      return Duration.ZERO;
    }
    Duration offset =
        Duration.ofHours(Long.parseLong(form.group(6))).plusMinutes(Long.parseLong(form.group(7)));
    return form.group(5).equals("-") ? offset.negated() : offset;
  }
}
