package dev.entente.server.nights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entente.server.runs.NightSchedule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NightSettingsTest {
  private static final String DEADLINE = "ENTENTE_NIGHT_DEADLINE_HOURS";
  private static final Duration STEP = Duration.ofMinutes(10);

  /// Nights as a person finds them who looks at the clock on the wall again and again: one begins
  /// when a day first shows its hour or a later one.
  private static List<Night> seen(NightSettings settings, Instant from, Instant to) {
    List<Night> seen = new ArrayList<>();
    LocalDate begun = LocalDate.MIN;
    for (Instant now = from; now.isBefore(to); now = now.plus(STEP)) {
      ZonedDateTime wall = now.atZone(settings.zone());
      if (wall.toLocalDate().isAfter(begun)
          && wall.getHour() >= settings.schedule().hour().orElseThrow()) {
        begun = wall.toLocalDate();
        seen.add(new Night(begun, now, now.plus(settings.deadline())));
      }
    }
    return seen.subList(1, seen.size()); // the first may have begun before
  }

  @ParameterizedTest
  @CsvSource({
    "UTC,0,6,2026-02-27",
    "Europe/Paris,0,6,2026-03-29",
    "Europe/Paris,2,6,2026-03-29",
    "Europe/Paris,3,1,2026-03-29",
    "Europe/Paris,0,23,2026-03-29",
    "Europe/Paris,2,6,2026-10-25",
    "Europe/Paris,3,23,2026-10-25",
    "America/New_York,1,6,2026-11-01",
    "America/New_York,2,23,2026-03-08",
    "Australia/Lord_Howe,2,6,2026-10-04",
    "Africa/Cairo,0,6,2026-04-24",
    "Asia/Kathmandu,23,12,2026-01-01"
  })
  void nightsAreThoseThatTheClockOnTheWallShows(
      String zone, int hour, int deadline, LocalDate middle) {
    var settings = nights(hour, zone, deadline);
    Instant from = settings.night(middle.minusDays(12)).begin();
    Instant to = settings.night(middle.plusDays(12)).begin();
    List<Night> seen = seen(settings, from, to);
    Instant since = seen.get(2).begin();

    for (Instant now = seen.get(1).begin(); now.isBefore(to.minus(STEP)); now = now.plus(STEP)) {
      Instant moment = now;
      assertThat(settings.latestBegun(moment))
          .as("%s", moment)
          .isEqualTo(last(seen, night -> !night.begin().isAfter(moment)).orElseThrow());
      assertThat(settings.latestDue(moment, since))
          .as("%s", moment)
          .isEqualTo(
              last(seen, night -> !night.deadline().isAfter(moment))
                  .filter(night -> night.begin().isAfter(since)));
      Night next = settings.next(moment).orElseThrow();
      assertThat(next.begin()).isAfter(moment);
      assertThat(settings.latestBegun(next.begin())).isEqualTo(next);
    }
  }

  private static Optional<Night> last(List<Night> nights, Predicate<Night> condition) {
    return nights.stream().filter(condition).reduce((_, later) -> later);
  }

  @Test
  void shortAndLongDayMoveTheDeadlineByRealTime() {
    var paris = nights(0, "Europe/Paris", 6);

    assertThat(paris.night(LocalDate.parse("2026-03-29")).deadline())
        .isEqualTo(Instant.parse("2026-03-29T05:00:00Z"))
        .isEqualTo(ZonedDateTime.of(2026, 3, 29, 7, 0, 0, 0, paris.zone()).toInstant());
    assertThat(paris.night(LocalDate.parse("2026-10-25")).deadline())
        .isEqualTo(ZonedDateTime.of(2026, 10, 25, 5, 0, 0, 0, paris.zone()).toInstant());
  }

  @Test
  void whereNoNightBeginsNoneIsDueOrComes() {
    Instant now = Instant.parse("2026-11-23T12:00:00Z");

    assertThat(NightSettings.NONE.latestDue(now, Instant.EPOCH)).isEmpty();
    assertThat(NightSettings.NONE.next(now)).isEmpty();
    assertThat(NightSettings.NONE.latestBegun(now).date()).isEqualTo(LocalDate.parse("2026-11-23"));
  }

  @Test
  void withoutADeadlineANightHasSixHours() {
    assertThat(of(Map.of())).isEqualTo(NightSettings.USUAL);
    assertThat(of(Map.of(DEADLINE, "23")).deadline()).isEqualTo(Duration.ofHours(23));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "24", "-1", "+1", "2.5", "six"})
  void deadlineOutsideADayIsRefused(String hours) {
    assertThatThrownBy(() -> of(Map.of(DEADLINE, hours)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(DEADLINE + " is a number of hours from 1 to 23");
  }

  private static NightSettings of(Map<String, String> set) {
    return NightSettings.of(NightSchedule.USUAL, name -> Optional.ofNullable(set.get(name)));
  }

  private static NightSettings nights(int hour, String zone, int deadline) {
    var schedule = new NightSchedule(Optional.of(hour), ZoneId.of(zone));
    return new NightSettings(schedule, Duration.ofHours(deadline));
  }
}
