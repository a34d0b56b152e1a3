package dev.entente.server.nights;

import dev.entente.server.runs.NightSchedule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;

/// When nights begin, and by when they must be completed. Immutable.
///
/// One night begins on each day of the zone. Where clocks change it begins as the embedded engine's
/// crons do: at the first of two hours that read the same, and as soon as the clock has skipped one
/// that is not there. Its deadline is real time behind its beginning.
///
/// @param schedule the hour and its zone; without an hour none is due
/// @param deadline how long after its beginning a night must be completed, 1 to 23 hours
public record NightSettings(NightSchedule schedule, Duration deadline) {
  private static final String DEADLINE = "ENTENTE_NIGHT_DEADLINE_HOURS";
  private static final Duration USUAL_DEADLINE = Duration.ofHours(6);
  private static final int MOST_HOURS = 23;

  /// At midnight UTC, within six hours.
  public static final NightSettings USUAL = new NightSettings(NightSchedule.USUAL, USUAL_DEADLINE);

  /// No night.
  public static final NightSettings NONE = new NightSettings(NightSchedule.NONE, USUAL_DEADLINE);

  /// Reads the deadline that is set.
  ///
  /// @param variable gives what a variable holds, if it is set
  /// @throws IllegalArgumentException that names the variable, if it is wrong
  public static NightSettings of(
      NightSchedule schedule, Function<String, Optional<String>> variable) {
    return new NightSettings(
        schedule, variable.apply(DEADLINE).map(NightSettings::hours).orElse(USUAL_DEADLINE));
  }

  private static Duration hours(String text) {
    int hours = text.matches("[0-9]{1,2}") ? Integer.parseInt(text) : 0;
    if (hours < 1 || hours > MOST_HOURS) {
      throw new IllegalArgumentException(
          "%s is a number of hours from 1 to %d, got: %s".formatted(DEADLINE, MOST_HOURS, text));
    }
    return Duration.ofHours(hours);
  }

  /// The zone of days and hours.
  public ZoneId zone() {
    return schedule.zone();
  }

  /// The night that begins on a day; where none begins by itself, the day.
  public Night night(LocalDate date) {
    LocalTime hour = LocalTime.of(schedule.hour().orElse(0), 0);
    Instant begin = date.atTime(hour).atZone(zone()).toInstant();
    return new Night(date, begin, begin.plus(deadline));
  }

  /// The latest night that has begun; at its very beginning it has.
  public Night latestBegun(Instant now) {
    Night night = night(LocalDate.ofInstant(now, zone()));
    return night.begin().isAfter(now) ? night(night.date().minusDays(1)) : night;
  }

  /// The first night that has not begun; empty where none begins by itself.
  public Optional<Night> next(Instant now) {
    return schedule.hour().map(_ -> night(latestBegun(now).date().plusDays(1)));
  }

  /// The latest night that must be completed by now; at its very deadline it must.
  ///
  /// @param since since when nights are expected: one that began earlier, or then, is not due
  public Optional<Night> latestDue(Instant now, Instant since) {
    return schedule
        .hour()
        .map(_ -> latestBegun(now.minus(deadline)))
        .filter(night -> isDue(night, now, since));
  }

  /// Tells whether a night must be completed by now.
  ///
  /// @param since since when nights are expected
  boolean isDue(Night night, Instant now, Instant since) {
    return schedule.hour().isPresent()
        && night.begin().isAfter(since)
        && !night.deadline().isAfter(now);
  }
}
