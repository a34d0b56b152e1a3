package dev.entente.durable.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.inngest.flow.Singleton;
import dev.entente.inngest.flow.Trigger;
import dev.entente.inngest.function.InngestFunction;
import dev.entente.inngest.json.Json;
import dev.entente.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Crons, with a clock that the tests turn.
final class NightsDatabaseTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private static InngestFunction nightly(Trigger.Cron cron) {
    return InngestFunction.withId("nightly")
        .on(cron)
        .singleton(Singleton.skipping())
        .runs((context, step) -> step.run("work", String.class, () -> "done"));
  }

  /// What is kept of a night.
  private record Night(Instant scheduled, boolean isLate, int missed, String status) {}

  private static List<Night> nights(TestEngine engine) {
    return engine.list(
        "SELECT * FROM durable.run WHERE function_id = 'test-nightly' ORDER BY scheduled_for, id",
        row ->
            new Night(
                row.instant("scheduled_for"),
                row.isTrue("is_late"),
                row.number("missed"),
                row.text("status")));
  }

  private static void turnTo(TestEngine engine, SettableClock clock, Instant time)
      throws InterruptedException {
    clock.set(time);
    engine.settle();
  }

  @Test
  void everyNightOfAMonthRunsOnceAtItsTime() throws Exception {
    var clock = new SettableClock(Instant.parse("2028-02-01T12:00:00Z"));
    try (var engine = TestEngine.at(clock, nightly(Trigger.cron("0 0 * * *")))) {
      for (int day = 0; day < 31; day++) {
        turnTo(engine, clock, Instant.parse("2028-02-02T00:00:00Z").plus(Duration.ofDays(day)));
      }

      assertThat(nights(engine))
          .hasSize(31)
          .allSatisfy(
              night ->
                  assertThat(night)
                      .returns(false, Night::isLate)
                      .returns(0, Night::missed)
                      .returns("COMPLETED", Night::status))
          .extracting(Night::scheduled)
          .contains(Instant.parse("2028-02-29T00:00:00Z"), Instant.parse("2028-03-01T00:00:00Z"))
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void aNightInTheHourThatClocksSkipRunsOnce() throws Exception {
    var clock = new SettableClock(Instant.parse("2026-03-28T12:00:00Z"));
    try (var engine = TestEngine.at(clock, nightly(Trigger.cron("30 2 * * *").in(PARIS)))) {
      for (int quarter = 0; quarter < 4 * 48; quarter++) {
        turnTo(engine, clock, clock.instant().plus(Duration.ofMinutes(15)));
      }

      assertThat(nights(engine))
          .extracting(Night::scheduled)
          .containsExactly(
              Instant.parse("2026-03-29T01:00:00Z"), // 3 o'clock in summer: there is no 2:30
              Instant.parse("2026-03-30T00:30:00Z"));
    }
  }

  @Test
  void aNightInTheHourThatClocksRepeatRunsOnce() throws Exception {
    var clock = new SettableClock(Instant.parse("2026-10-24T12:00:00Z"));
    try (var engine = TestEngine.at(clock, nightly(Trigger.cron("30 2 * * *").in(PARIS)))) {
      for (int quarter = 0; quarter < 4 * 48; quarter++) {
        turnTo(engine, clock, clock.instant().plus(Duration.ofMinutes(15)));
      }

      assertThat(nights(engine))
          .extracting(Night::scheduled)
          .containsExactly(
              Instant.parse("2026-10-25T00:30:00Z"), // the first of two half past two
              Instant.parse("2026-10-26T01:30:00Z"));
    }
  }

  @Test
  void nightsThatNobodyWasThereForRunOnceAndLate() throws Exception {
    var clock = new SettableClock(Instant.parse("2026-11-20T12:00:00Z"));
    var function = nightly(Trigger.cron("0 0 * * *"));
    try (var engine = TestEngine.at(clock, function)) {
      engine.engine.close();
      clock.set(Instant.parse("2026-11-23T08:00:00Z"));

      try (var back = TestEngine.on(engine.database, clock, function)) {
        back.settle();

        assertThat(nights(back))
            .containsExactly(
                new Night(Instant.parse("2026-11-23T00:00:00Z"), true, 2, "COMPLETED"));
        turnTo(back, clock, Instant.parse("2026-11-24T00:00:00Z"));
        assertThat(nights(back)).hasSize(2).last().returns(false, Night::isLate);
      }
    }
  }

  @Test
  void noNightIsMadeUpFromBeforeTheFirstRegistration() throws Exception {
    var clock = new SettableClock(Instant.parse("2026-11-20T00:00:01Z"));
    try (var engine = TestEngine.at(clock, nightly(Trigger.cron("0 0 * * *")))) {
      engine.settle();

      assertThat(nights(engine)).isEmpty();
    }
  }

  @Test
  void aNightLongerThanADayIsFollowedByOneThatWaitedAndTheOthersAreSkipped() throws Exception {
    var clock = new SettableClock(Instant.parse("2026-11-20T12:00:00Z"));
    var function =
        InngestFunction.withId("nightly")
            .on(Trigger.cron("0 0 * * *"))
            .singleton(Singleton.skipping())
            .runs(
                (context, step) -> {
                  step.sleep("a long night", Duration.ofHours(60));
                  return "done";
                });
    try (var engine = TestEngine.at(clock, function)) {
      for (int day = 21; day <= 23; day++) {
        turnTo(engine, clock, Instant.parse("2026-11-%dT00:00:00Z".formatted(day)));
      }
      assertThat(nights(engine))
          .extracting(Night::status)
          .containsExactly("RUNNING", "QUEUED", "SKIPPED");

      turnTo(engine, clock, Instant.parse("2026-11-23T12:00:00Z"));

      assertThat(nights(engine))
          .extracting(Night::status)
          .containsExactly("COMPLETED", "RUNNING", "SKIPPED");
    }
  }

  @Test
  void twoInstancesFireAnInstantOnce() throws Exception {
    var clock = new SettableClock(Instant.parse("2026-11-20T12:00:00Z"));
    var function = nightly(Trigger.cron("*/10 * * * *"));
    try (var one = TestEngine.at(clock, function);
        var other = TestEngine.on(one.database, clock, function)) {
      for (int tick = 0; tick < 30; tick++) {
        clock.advance(Duration.ofMinutes(10));
        one.engine.wake();
        other.engine.wake();
        one.settle();
      }

      assertThat(nights(one)).hasSize(30).extracting(Night::scheduled).doesNotHaveDuplicates();
    }
  }

  @Test
  void changedScheduleBeginsAnewAndTheOldOneIsForgotten() throws Exception {
    var clock = new SettableClock(Instant.parse("2026-11-20T12:00:00Z"));
    try (var engine = TestEngine.at(clock, nightly(Trigger.cron("0 0 * * *")))) {
      engine.engine.close();
      clock.set(Instant.parse("2026-11-25T12:00:00Z"));

      try (var back = TestEngine.on(engine.database, clock, nightly(Trigger.cron("0 6 * * *")))) {
        back.settle();
        assertThat(nights(back)).isEmpty();
        turnTo(back, clock, Instant.parse("2026-11-26T06:00:00Z"));
        assertThat(nights(back))
            .extracting(Night::scheduled)
            .containsExactly(Instant.parse("2026-11-26T06:00:00Z"));
      }
    }
  }

  @Test
  void eventOfANightTellsItsInstant() throws Exception {
    var clock = new SettableClock(Instant.parse("2026-11-20T12:00:00Z"));
    try (var engine = TestEngine.at(clock, nightly(Trigger.cron("0 0 * * *")))) {
      turnTo(engine, clock, Instant.parse("2026-11-21T00:00:00Z"));

      assertThat(
              engine.list(
                  "SELECT name, external_id, data FROM durable.event",
                  row ->
                      List.of(
                          row.text("name"),
                          row.text("external_id"),
                          row.json("data").find("cron").flatMap(Json::text))))
          .containsExactly(
              List.of("inngest/scheduled.timer", "2026-11-21T00:00:00Z", Optional.of("0 0 * * *")));
    }
  }
}
