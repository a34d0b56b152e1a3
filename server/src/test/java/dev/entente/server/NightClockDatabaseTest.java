package dev.entente.server;

import static dev.entente.testkit.CandidateJson.aCandidate;
import static dev.entente.testkit.PostingJson.aPosting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.server.runs.NightSchedule;
import dev.entente.testkit.SettableClock;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The night comes by itself, whatever the clock does.
@Timeout(60)
class NightClockDatabaseTest {
  private static final NightSchedule PARIS_AT_TWO =
      new NightSchedule(Optional.of(2), ZoneId.of("Europe/Paris"));

  /// What is recorded of a night.
  private record Night(
      Instant requestedAt, String startedBy, String kind, String status, int written) {
    private static Night whole(Instant at) {
      return new Night(at, "SCHEDULE", "ALL", "COMPLETED", 1);
    }
  }

  private static TestService open(String now, NightSchedule night) {
    TestService service = TestService.open(new SettableClock(Instant.parse(now)), night);
    service.api().store(aPosting("p"));
    service.api().store(aCandidate("c"));
    service.settle();
    return service;
  }

  private static List<Night> nights(TestService service) {
    return service
        .database()
        .sql(
            """
            SELECT requested_at, started_by, kind, status, postings_written FROM generation_run
            ORDER BY requested_at, id
            """)
        .query(
            (row, _) ->
                new Night(
                    row.getTimestamp(1).toInstant(),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getInt(5)))
        .list();
  }

  /// Turns the clock, and waits until what that brings about is over.
  private static void turnTo(TestService service, Instant time, int nights) {
    service.clock.set(time);
    Api.until(Duration.ofMillis(5), () -> ended(service) == nights && isQuiet(service));
  }

  private static int ended(TestService service) {
    return service
        .database()
        .sql("SELECT count(*) FROM generation_run WHERE finished_at IS NOT NULL")
        .query(Integer.class)
        .single();
  }

  private static boolean isQuiet(TestService service) {
    return service
        .database()
        .sql("SELECT NOT EXISTS (SELECT FROM durable.run WHERE ended_at IS NULL)")
        .query(Boolean.class)
        .single();
  }

  private static boolean isCancelled(TestService service) {
    return service
        .database()
        .sql("SELECT EXISTS (SELECT FROM durable.run WHERE status = 'CANCELLED')")
        .query(Boolean.class)
        .single();
  }

  @Test
  void serviceThatIsLeftAloneForAMonthHasOneNightAtEachMidnight() {
    try (TestService service = open("2028-02-01T12:00:00Z", NightSchedule.USUAL)) {
      Instant first = Instant.parse("2028-02-02T00:00:00Z");
      for (int day = 0; day < 31; day++) {
        Instant midnight = first.plus(Duration.ofDays(day));
        service.clock.set(midnight.minusSeconds(1));
        turnTo(service, midnight.plusSeconds(day), day + 1);
      }

      List<Night> nights = nights(service);
      assertThat(nights).hasSize(31);
      for (int day = 0; day < 31; day++) {
        Instant midnight = first.plus(Duration.ofDays(day));
        assertThat(nights.get(day)).isEqualTo(Night.whole(midnight.plusSeconds(day)));
      }
      assertThat(nights)
          .extracting(Night::requestedAt)
          .contains(Instant.parse("2028-02-29T00:00:27Z"));
    }
  }

  @Test
  void nightInTheHourThatClocksSkipComesOnceAndSoDoesTheNext() {
    try (TestService service = open("2026-03-28T12:00:00Z", PARIS_AT_TWO)) {
      service.clock.set(Instant.parse("2026-03-29T00:59:00Z"));
      turnTo(service, Instant.parse("2026-03-29T01:00:00Z"), 1);
      service.clock.set(Instant.parse("2026-03-29T23:59:00Z"));
      turnTo(service, Instant.parse("2026-03-30T00:00:00Z"), 2);

      assertThat(nights(service))
          .containsExactly(
              Night.whole(Instant.parse("2026-03-29T01:00:00Z")),
              Night.whole(Instant.parse("2026-03-30T00:00:00Z")));
    }
  }

  @Test
  void serviceThatWasDownForTwoMidnightsMakesUpOnce() {
    var clock = new SettableClock(Instant.parse("2026-11-20T12:00:00Z"));
    TestService service = TestService.open(clock, NightSchedule.USUAL);
    service.api().store(aPosting("p"));
    service.close();
    clock.set(Instant.parse("2026-11-22T08:00:00Z"));

    try (TestService back = service.twin()) {
      turnTo(back, clock.instant(), 1);
      turnTo(back, Instant.parse("2026-11-23T00:00:00Z"), 2);

      assertThat(nights(back))
          .containsExactly(
              Night.whole(Instant.parse("2026-11-22T08:00:00Z")),
              Night.whole(Instant.parse("2026-11-23T00:00:00Z")));
    }
  }

  @Test
  void nightThatDoesNotEndIsGivenUpAndTheNextComes() throws SQLException {
    try (TestService service = open("2026-11-20T12:00:00Z", NightSchedule.USUAL)) {
      try (Held _ = Held.by(service, "SELECT FROM ranking WHERE job_posting_id = 'p' FOR UPDATE")) {
        service.clock.set(Instant.parse("2026-11-21T00:00:00Z"));
        Api.until(() -> service.isWaitingForALock());
        service.clock.set(Instant.parse("2026-11-22T00:00:05Z"));
        Api.until(() -> isCancelled(service));
      }
      turnTo(service, service.clock.instant(), 2);

      List<Night> nights = nights(service);
      assertThat(nights.getFirst().status()).isEqualTo("FAILED");
      assertThat(nights.getLast()).isEqualTo(Night.whole(Instant.parse("2026-11-22T00:00:05Z")));
    }
  }
}
