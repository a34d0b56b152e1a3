package dev.entente.durable.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// The times of day of a cron, and when a clock shows them. Immutable.
final class CronClock {
  static final long DAY_SECONDS = 86_400;
  private static final int MINUTES_A_DAY = 1_440;
  private static final int MINUTES_AN_HOUR = 60;
  private static final long MINUTE_SECONDS = 60;

  private final int[] minutesOfDay;
  private final boolean isRealTime;
  private final ZoneRules rules;

  private CronClock(int[] minutesOfDay, boolean isRealTime, ZoneRules rules) {
    this.minutesOfDay = minutesOfDay;
    this.isRealTime = isRealTime;
    this.rules = rules;
  }

  static CronClock of(CronField minutes, CronField hours, ZoneRules rules) {
    int[] minutesOfDay =
        IntStream.range(0, MINUTES_A_DAY)
            .filter(i -> hours.admits(i / MINUTES_AN_HOUR) && minutes.admits(i % MINUTES_AN_HOUR))
            .toArray();
    return new CronClock(minutesOfDay, minutes.isRepeated() || hours.isRepeated(), rules);
  }

  /// The seconds since 1970 at which it is due on a day of its place, in no order.
  LongStream seconds(LocalDate date) {
    long start = date.toEpochDay() * DAY_SECONDS;
    LongStream times =
        IntStream.of(minutesOfDay).mapToLong(minute -> start + minute * MINUTE_SECONDS);
    // Offsets are less than a day, and no place has ever changed its clock twice in four.
    var transition = rules.nextTransition(Instant.ofEpochSecond(start - DAY_SECONDS));
    if (transition == null || transition.toEpochSecond() > start + 2 * DAY_SECONDS) {
      int offset = rules.getOffset(Instant.ofEpochSecond(start)).getTotalSeconds();
      return times.map(time -> time - offset);
    }
    return times.flatMap(time -> seconds(time, transition));
  }

  private LongStream seconds(long time, ZoneOffsetTransition transition) {
    long changed = transition.toEpochSecond();
    long before = time - transition.getOffsetBefore().getTotalSeconds();
    long after = time - transition.getOffsetAfter().getTotalSeconds();
    boolean isBefore = before < changed;
    boolean isAfter = after >= changed;
    if (isBefore && isAfter) {
      return isRealTime ? LongStream.of(before, after) : LongStream.of(before);
    }
    if (!isBefore && !isAfter) {
      return isRealTime ? LongStream.empty() : LongStream.of(changed);
    }
    return LongStream.of(isBefore ? before : after);
  }
}
