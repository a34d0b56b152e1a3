package dev.entente.server;

import static dev.entente.testkit.CandidateJson.aCandidate;
import static dev.entente.testkit.PostingJson.aPosting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.matching.criteria.Calibration;
import dev.entente.matching.criteria.RunConditions;
import dev.entente.matching.index.CandidateIndex;
import dev.entente.server.candidates.CandidateReading;
import dev.entente.server.rankings.CandidatePool;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A process has all candidates in its memory, and they are those of the database.
class PooledCandidatesDatabaseTest {
  private static final int REQUESTS = 40; // more than there are connections

  // A request that finds no connection waits this long before it is refused.
  private static final Duration LONG = Duration.ofSeconds(8);

  @Test
  void manyRequestsWhileCandidatesAreReadForTheFirstTimeAreAnswered() {
    try (TestService service = TestService.open()) {
      service.api().store(aCandidate("c"));
      IntStream.range(0, REQUESTS).forEach(i -> service.api().store(aPosting("p-" + i)));
      service.settle();

      try (TestService fresh = service.twin()) {
        Instant start = Instant.now();
        List<CompletableFuture<Integer>> answers =
            IntStream.range(0, REQUESTS)
                .mapToObj(i -> answer(() -> fresh.api().rank("p-" + i)))
                .toList();

        assertThat(answers).extracting(CompletableFuture::join).containsOnly(200);
        assertThat(Duration.between(start, Instant.now())).isLessThan(LONG);
      }
    }
  }

  private static CompletableFuture<Integer> answer(Supplier<Api.Answer> request) {
    return CompletableFuture.supplyAsync(() -> request.get().status(), Thread::startVirtualThread);
  }

  @Test
  void indexIsKeptForTheDayAndTheCalibration() {
    try (TestService service = TestService.open()) {
      service.api().store(aCandidate("c"));
      var pool = service.part(CandidatePool.class);
      CandidateIndex morning = pool.upToDate(conditions("2028-02-28T00:00:00Z", 6_000));

      assertThat(pool.upToDate(conditions("2028-02-28T23:59:59.999Z", 6_000))).isSameAs(morning);
      CandidateIndex nextDay = pool.upToDate(conditions("2028-02-29T00:00:00Z", 6_000));
      assertThat(nextDay).isNotSameAs(morning);
      assertThat(pool.upToDate(conditions("2028-02-29T00:00:00Z", 6_100))).isNotSameAs(nextDay);
    }
  }

  @Test
  void runOfTheSameDayBeginsWithoutChanges() {
    try (TestService service = TestService.open()) {
      service.api().store(aCandidate("c"));
      var pool = service.part(CandidatePool.class);
      RunConditions morning = conditions("2028-02-28T00:00:00Z", 6_000);
      pool.upToDate(morning);
      service.api().store(aCandidate("d"));

      assertThat(pool.upToDate(morning).changes()).isOne();
      assertThat(pool.upToDate(conditions("2028-02-28T09:00:00Z", 6_000)).changes()).isZero();
    }
  }

  private static RunConditions conditions(String asOf, int mean) {
    return new RunConditions(Instant.parse(asOf), new Calibration(mean, 6_000));
  }

  @Test
  void changesThatWereForgottenAreReadAgain() {
    try (TestService first = TestService.open();
        TestService second = first.twin()) {
      first.api().store(aPosting("p"));
      first.api().store(aCandidate("c"));
      first.settle();
      second.api().rank("p");

      first.api().store(aCandidate("late").tested(99));
      first
          .database()
          .sql("UPDATE candidate_change SET changed_at = now() - interval '1 day'")
          .update();
      var reading = first.part(CandidateReading.class);
      reading.forgetOldChanges(reading.now().snapshot());

      assertThat(count(first, "candidate_change")).isZero();
      assertThat(second.api().rank("p").json().get("matches")).hasSize(2);
    }
  }

  @Test
  void databaseThatWasMovedToAnotherServerHasItsListsMadeAnew() {
    try (TestService service = TestService.open()) {
      service.api().store(aPosting("p"));
      service.api().store(aCandidate("c"));
      service.settle();
      service.database().sql("DELETE FROM \"CandidateMatching\"").update();
      // Numbers of the other server's transactions, far ahead of this one's.
      service
          .database()
          .sql("UPDATE weighed_changes SET server = 1, snapshot = '9000000:9000000:'")
          .update();

      try (TestService moved = service.twin()) {
        Api.until(() -> moved.api().list("p").size() == 1);
        moved.api().store(aCandidate("d"));
        Api.until(() -> moved.api().list("p").size() == 2);
      }
    }
  }

  @Test
  void postingThatBreaksTodaysRulesIsNotTriedAgainAndAgain() {
    try (TestService service = TestService.open()) {
      service.api().store(aPosting("p"));
      service.api().store(aCandidate("c"));
      service.settle();

      service
          .database()
          .sql("UPDATE job_posting SET document = '{}', revision = revision + 1")
          .update();
      service.api().store(aCandidate("d"));
      service.settle();

      assertThat(count(service, "ranking_request")).isZero();
      assertThat(count(service, "\"CandidateMatching\"")).isEqualTo(1);
    }
  }

  private static int count(TestService service, String table) {
    return service.database().sql("SELECT count(*) FROM " + table).query(Integer.class).single();
  }
}
