package dev.entente.durable.schedule;

import dev.entente.inngest.flow.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.LongStream;

/// The instants of a cron. Immutable, shared by threads.
///
/// A day matches if its month does, and its day of the month and its day of the week do; if both
/// say which days, neither with an asterisk of its own, one of them is enough.
///
/// Clocks that change: a cron with `*`, `?` or a step in its minutes or hours runs in real time.
/// `*/15 * * * *` is due every 15 minutes all night long, `0 * * * *` 25 times on the long day. Any
/// other is due once at each of its times of each day: at the first of two that read the same, and
/// if the clock skips it, as soon as the clock has.
///
/// db-scheduler brings a parser of crons, and it is not used: in the form of Unix it refuses `?`
/// and steps beyond the range, which a trigger admits, and a day whose clock skips the time it
/// names has no instant at all.
public final class CronTimes {
  // From one 29 February to the next, where a century has none between.
  private static final int LONGEST_WAIT_DAYS = 8 * 366 + 2;
  private static final int LONGEST_PAST_DAYS = 100 * 366;
  private static final int MOST_MISSED = 10_000;

  private final CronDays days;
  private final CronClock clock;

  private CronTimes(CronDays days, CronClock clock) {
    this.days = days;
    this.clock = clock;
  }

  /// The instants of a trigger, without its jitter.
  public static CronTimes of(Trigger.Cron cron) {
    String[] fields = cron.expression().split(" +", -1);
    return new CronTimes(
        new CronDays(
            CronField.parse(CronField.Kind.DAY_OF_MONTH, fields[2]),
            CronField.parse(CronField.Kind.MONTH, fields[3]),
            CronField.parse(CronField.Kind.DAY_OF_WEEK, fields[4])),
        CronClock.of(
            CronField.parse(CronField.Kind.MINUTE, fields[0]),
            CronField.parse(CronField.Kind.HOUR, fields[1]),
            cron.zone().orElse(ZoneOffset.UTC).getRules()));
  }

  /// The first instant after another.
  ///
  /// @return empty if there is none within eight years, which is never, as on 30 February
  public Optional<Instant> next(Instant after) {
    LocalDate first = day(after);
    long least = after.getEpochSecond();
    for (int i = 0; i <= LONGEST_WAIT_DAYS; i++) {
      var found = seconds(first.plusDays(i)).filter(second -> second > least).min();
      if (found.isPresent()) {
        return Optional.of(Instant.ofEpochSecond(found.getAsLong()));
      }
    }
    return Optional.empty();
  }

  /// The instants after one and up to another, the first not included and the second included.
  ///
  /// Looks back a hundred years.
  ///
  /// @return empty if there is none
  public Optional<Missed> missed(Instant after, Instant upTo) {
    LocalDate last = day(upTo);
    Optional<Instant> latest = Optional.empty();
    int count = 0;
    long days = Math.clamp(Duration.between(after, upTo).toDays() + 1, 0, LONGEST_PAST_DAYS);
    for (int i = 0; i <= days && count < MOST_MISSED; i++) {
      long[] seconds = between(last.minusDays(i), after, upTo);
      count += seconds.length;
      if (latest.isEmpty() && seconds.length > 0) {
        latest = Optional.of(Instant.ofEpochSecond(seconds[seconds.length - 1]));
      }
    }
    int bounded = Math.min(count, MOST_MISSED);
    return latest.map(instant -> new Missed(instant, bounded));
  }

  private long[] between(LocalDate day, Instant after, Instant upTo) {
    return seconds(day)
        .filter(second -> second > after.getEpochSecond() && second <= upTo.getEpochSecond())
        .sorted()
        .distinct()
        .toArray();
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  // Of a day in UTC, in no order. What is due at a place on a day may be so on the one before in
  // UTC,
  // or on the one after, and a clock that is put back at midnight mixes the instants of two days.
  private LongStream seconds(LocalDate day) {
    long start = day.toEpochDay() * CronClock.DAY_SECONDS;
    return LongStream.rangeClosed(-1, 1)
        .mapToObj(day::plusDays)
        .filter(days::admits)
        .flatMapToLong(clock::seconds)
        .filter(second -> second >= start && second < start + CronClock.DAY_SECONDS);
  }
}
