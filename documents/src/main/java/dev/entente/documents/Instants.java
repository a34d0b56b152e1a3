package dev.entente.documents;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.regex.Pattern;

/// Instants as documents and commands write them: RFC 3339, such as `2026-03-01T10:00:00Z` or
/// `2026-03-01T11:00:00.5+01:00`, with at most nine decimals of a second.
public final class Instants {
  private static final Pattern FORM =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?(?:[Zz]|[+-]\\d{2}:\\d{2})");

  private Instants() {}

  /// Reads an instant.
  ///
  /// @throws DateTimeException if the text has another form or names no instant
  public static Instant parse(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new DateTimeException("not an RFC 3339 instant");
    }
    return OffsetDateTime.parse(text.toUpperCase(Locale.ROOT)).toInstant();
  }
}
