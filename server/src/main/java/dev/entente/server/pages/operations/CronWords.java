package dev.entente.server.pages.operations;

import dev.entente.server.pages.wording.Wording;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A cron, for people. One that is not of every day has no words: it is shown as it is.
final class CronWords {
  private static final Pattern DAILY =
      Pattern.compile("(?:TZ=(\\S+) )?(\\d{1,2}) (\\d{1,2}) \\* \\* \\*");

  private CronWords() {}

  /// Such as `every day at 00:00, Europe/Paris`.
  ///
  /// @param cron the zone, as `TZ=Europe/Paris `, unless it is UTC, then the five fields
  static String of(String cron, Wording wording) {
    Matcher daily = DAILY.matcher(cron);
    if (!daily.matches()) {
      return wording.text("ops.start.cron");
    }
    String minute = Objects.requireNonNull(daily.group(2));
    String hour = Objects.requireNonNull(daily.group(3));
    return wording.text(
        "ops.start.daily",
        "%02d:%02d".formatted(Integer.valueOf(hour), Integer.valueOf(minute)),
        Objects.requireNonNullElse(daily.group(1), "UTC"));
  }
}
