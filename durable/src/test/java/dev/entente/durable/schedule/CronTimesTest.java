package dev.entente.durable.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.inngest.flow.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CronTimesTest {
  private static final Instant NOVEMBER = Instant.parse("2026-11-23T10:07:30Z");

  private static CronTimes paris(String expression) {
    return CronTimes.of(Trigger.cron(expression).in(ZoneId.of("Europe/Paris")));
  }

  private static List<String> between(CronTimes times, String after, String upTo) {
    List<String> found = new ArrayList<>();
    Instant end = Instant.parse(upTo);
    Optional<Instant> next = times.next(Instant.parse(after));
    while (next.isPresent() && !next.get().isAfter(end)) {
      found.add(next.get().toString());
      next = times.next(next.get());
    }
    return found;
  }

  @ParameterizedTest
  @CsvSource({
    "* * * * *,2026-11-23T10:08:00Z",
    "*/15 * * * *,2026-11-23T10:15:00Z",
    "5/15 * * * *,2026-11-23T10:20:00Z",
    "7 10 * * *,2026-11-24T10:07:00Z",
    "0 0 * * *,2026-11-24T00:00:00Z",
    "0 0 1 JAN ?,2027-01-01T00:00:00Z",
    "0 0 * * sun,2026-11-29T00:00:00Z",
    "0 0 * * 0,2026-11-29T00:00:00Z",
    "0 0 1 * TUE,2026-11-24T00:00:00Z",
    "0 0 24-25 * 0,2026-11-24T00:00:00Z",
    "0 0 */10 * *,2026-12-01T00:00:00Z",
    "0 0 29 2 *,2028-02-29T00:00:00Z",
    "'0 0 31 4,5 *',2027-05-31T00:00:00Z"
  })
  void nextInstantIsAfterTheOneGiven(String expression, Instant next) {
    assertThat(CronTimes.of(Trigger.cron(expression)).next(NOVEMBER)).contains(next);
  }

  @Test
  void instantItselfIsNotAfterItself() {
    Instant midnight = Instant.parse("2026-11-23T00:00:00Z");
    CronTimes daily = CronTimes.of(Trigger.cron("0 0 * * *"));

    assertThat(daily.next(midnight)).contains(midnight.plus(Duration.ofDays(1)));
    assertThat(daily.next(midnight.minusNanos(1))).contains(midnight);
  }

  @Test
  void zoneIsWhereTheClockIsRead() {
    assertThat(paris("0 0 * * *").next(NOVEMBER)).contains(Instant.parse("2026-11-23T23:00:00Z"));
  }

  @Test
  void leapDaysSkipACenturyWithoutOne() {
    assertThat(CronTimes.of(Trigger.cron("0 0 29 2 *")).next(Instant.parse("2096-03-01T00:00:00Z")))
        .contains(Instant.parse("2104-02-29T00:00:00Z"));
  }

  @Test
  void dayThatNeverComesIsFoundOutQuickly() {
    CronTimes never = paris("0 0 30 2 *");
    long start = System.nanoTime();

    assertThat(never.next(NOVEMBER)).isEmpty();
    assertThat(never.missed(Instant.EPOCH, NOVEMBER)).isEmpty();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void timeThatTheClockSkipsIsDueRightAfter() {
    assertThat(between(paris("30 2 * * *"), "2026-03-28T00:00:00Z", "2026-03-31T00:00:00Z"))
        .containsExactly("2026-03-28T01:30:00Z", "2026-03-29T01:00:00Z", "2026-03-30T00:30:00Z");
    assertThat(between(paris("15,45 2,3 * * *"), "2026-03-29T00:00:00Z", "2026-03-29T12:00:00Z"))
        .containsExactly("2026-03-29T01:00:00Z", "2026-03-29T01:15:00Z", "2026-03-29T01:45:00Z");
  }

  @Test
  void timeThatComesTwiceIsDueOnce() {
    assertThat(between(paris("30 2 * * *"), "2026-10-24T00:00:00Z", "2026-10-27T00:00:00Z"))
        .containsExactly("2026-10-24T00:30:00Z", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z");
  }

  @Test
  void repetitionGoesOnInRealTime() {
    assertThat(between(paris("0 * * * *"), "2026-10-24T21:59:00Z", "2026-10-25T22:59:00Z"))
        .hasSize(25)
        .doesNotHaveDuplicates();
    assertThat(between(paris("0 * * * *"), "2026-03-28T22:59:00Z", "2026-03-29T21:59:00Z"))
        .hasSize(23);
    assertThat(between(paris("*/15 * * * *"), "2026-10-25T00:00:00Z", "2026-10-25T02:00:00Z"))
        .hasSize(8);
    assertThat(between(paris("*/30 2 * * *"), "2026-03-29T00:00:00Z", "2026-03-29T12:00:00Z"))
        .isEmpty();
  }

  @Test
  void missedInstantsAreCounted() {
    CronTimes daily = CronTimes.of(Trigger.cron("0 0 * * *"));
    Instant midnight = Instant.parse("2026-11-23T00:00:00Z");

    assertThat(daily.missed(midnight, NOVEMBER)).isEmpty();
    assertThat(daily.missed(midnight.minusNanos(1), NOVEMBER)).contains(new Missed(midnight, 1));
    assertThat(daily.missed(midnight.minusNanos(1), midnight)).contains(new Missed(midnight, 1));
    assertThat(daily.missed(midnight.minus(Duration.ofDays(3)), NOVEMBER))
        .contains(new Missed(midnight, 3));
    assertThat(daily.missed(NOVEMBER, midnight)).isEmpty();
  }

  @Test
  void yearsThatWereMissedAreCheap() {
    long start = System.nanoTime();

    assertThat(CronTimes.of(Trigger.cron("* * * * *")).missed(Instant.EPOCH, NOVEMBER))
        .contains(new Missed(Instant.parse("2026-11-23T10:07:00Z"), 10_000));
    assertThat(paris("0 0 29 2 *").missed(Instant.EPOCH, NOVEMBER))
        .contains(new Missed(Instant.parse("2024-02-28T23:00:00Z"), 14));
    assertThat(paris("0 0 29 2 *").missed(Instant.MIN, NOVEMBER)).isPresent();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
  }
}
