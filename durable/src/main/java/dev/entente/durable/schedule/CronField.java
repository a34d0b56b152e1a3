package dev.entente.durable.schedule;

import java.util.Locale;
import java.util.stream.IntStream;

/// The values that one field of a cron expression admits. Immutable.
///
/// @param bits the values
/// @param isAny whether it says `*` or `?`, and so restricts nothing
/// @param isRepeated whether it says `*`, `?` or a step: then it means real time, else a time of
///   day
record CronField(long bits, boolean isAny, boolean isRepeated) {
  /// The range of a field, with names for the numbers from the lowest on.
  enum Kind {
    MINUTE(0, 59, ""),
    HOUR(0, 23, ""),
    DAY_OF_MONTH(1, 31, ""),
    MONTH(1, 12, "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC"),
    DAY_OF_WEEK(0, 6, "SUN MON TUE WED THU FRI SAT");

    private static final int NAME_LENGTH = "JAN ".length();

    private final int lowest;
    private final int highest;
    private final String names;

    Kind(int lowest, int highest, String names) {
      this.lowest = lowest;
      this.highest = highest;
      this.names = names;
    }

    private int number(String text) {
      int named = names.indexOf(text.toUpperCase(Locale.ROOT));
      return named >= 0 ? lowest + named / NAME_LENGTH : Integer.parseInt(text);
    }
  }

  /// Reads a field that a trigger has admitted.
  static CronField parse(Kind kind, String text) {
    var field = new CronField(0, false, false);
    for (String term : text.split(",", -1)) {
      field = field.or(term(kind, term));
    }
    return field;
  }

  private CronField or(CronField other) {
    return new CronField(bits | other.bits, isAny || other.isAny, isRepeated || other.isRepeated);
  }

  // A value with a step counts on to the highest, and an asterisk with one restricts.
  private static CronField term(Kind kind, String term) {
    int slash = term.indexOf('/');
    boolean hasStep = slash >= 0;
    int step = hasStep ? Integer.parseInt(term.substring(slash + 1)) : 1;
    String range = hasStep ? term.substring(0, slash) : term;
    if (range.equals("*") || range.equals("?")) {
      return new CronField(bits(kind.lowest, kind.highest, step), step == 1, true);
    }
    int hyphen = range.indexOf('-');
    int from = kind.number(hyphen < 0 ? range : range.substring(0, hyphen));
    int to =
        hyphen < 0 ? (hasStep ? kind.highest : from) : kind.number(range.substring(hyphen + 1));
    return new CronField(bits(from, to, step), false, hasStep);
  }

  private static long bits(int from, int to, int step) {
    return IntStream.iterate(from, value -> value <= to, value -> value + step)
        .mapToLong(value -> 1L << value)
        .reduce(0, (a, b) -> a | b);
  }

  boolean admits(int value) {
    return (bits & 1L << value) != 0;
  }
}
