package dev.entente.inngest.flow;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The five fields of a cron expression, as the server's parser takes them.
final class CronFields {
  private static final String TERM = "(\\*|\\?|\\w+)(?:-(\\w+))?(?:/(\\d{1,4}))?";
  private static final Pattern FORM = Pattern.compile(TERM);
  private static final List<String> MONTHS =
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
  private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

  private static final List<Field> FIELDS =
      List.of(
          new Field("minute", 0, 59, List.of()),
          new Field("hour", 0, 23, List.of()),
          new Field("day of month", 1, 31, List.of()),
          new Field("month", 1, 12, MONTHS),
          new Field("day of week", 0, 6, DAYS));

  private CronFields() {}

  /// One field: its name, its range, and names for the numbers from the lowest on.
  private record Field(String name, int lowest, int highest, List<String> names) {
    boolean admits(String text) {
      for (String term : text.split(",", -1)) {
        Matcher form = FORM.matcher(term);
        if (!form.matches() || !isRange(form)) {
          return false;
        }
      }
      return true;
    }

    private boolean isRange(Matcher form) {
      boolean isAny = form.group(1).equals("*") || form.group(1).equals("?");
      Optional<Integer> from = isAny ? Optional.of(lowest) : number(form.group(1));
      Optional<Integer> to = form.group(2) == null ? from : number(form.group(2));
      boolean steps = form.group(3) == null || Integer.parseInt(form.group(3)) > 0;
      return steps
          && !(isAny && form.group(2) != null)
          && from.isPresent()
          && to.isPresent()
          && from.get() <= to.get();
    }

    private Optional<Integer> number(String text) {
      int named = names.indexOf(text.toUpperCase(Locale.ROOT));
      if (named >= 0) {
        return Optional.of(lowest + named);
      }
      return text.matches("\\d{1,2}")
          ? Optional.of(Integer.valueOf(text)).filter(n -> n >= lowest && n <= highest)
          : Optional.empty();
    }
  }

  /// @throws IllegalArgumentException that names the field that is wrong
  static void check(String expression) {
    String[] fields = expression.split(" +", -1);
    Checks.require(
        fields.length == FIELDS.size(),
        "a cron expression has 5 fields (minute, hour, day of month, month, day of week), got %d: %s"
            .formatted(fields.length, expression));
    for (int i = 0; i < fields.length; i++) {
      Field field = FIELDS.get(i);
      Checks.require(
          field.admits(fields[i]),
          "the %s of a cron expression is a list of terms such as 5, 1-3 or */2, from %d to %d, got: %s"
              .formatted(field.name(), field.lowest(), field.highest(), fields[i]));
    }
  }
}
