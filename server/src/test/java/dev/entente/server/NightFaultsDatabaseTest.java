package dev.entente.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.matching.criteria.RunConditions;
import dev.entente.server.runs.StandingConditions;
import dev.entente.testkit.TestDatabase;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/// Whatever goes wrong in a night, it ends with a true report, nothing is half stored, and what has
/// failed heals by itself once its cause is gone.
@Timeout(60)
class NightFaultsDatabaseTest {
  private static final String DISK_FULL = "53100";
  private static final int POSTINGS = 270; // of which 250 are in the first chunk
  private static final int CANDIDATES = 12;

  private final TestService service = TestService.shared();
  private final Api api = service.api();
  private StoredLists before = new StoredLists(Map.of());

  @BeforeEach
  void fill() {
    before = fill(service);
  }

  private static StoredLists fill(TestService service) {
    NightData.fill(service.api(), POSTINGS, CANDIDATES);
    service.api().run();
    service.settle();
    NightData.move(service.api(), 0);
    service.settle();
    return lists(service);
  }

  private static StoredLists lists(TestService service) {
    return StoredLists.of(service.database());
  }

  @Test
  void postingWhoseRankingThrowsIsNamedAndRankedOnceMore() {
    service.failInARanking(
        () -> {
          throw new IllegalStateException("not said to anybody");
        });

    requireOneFailed(runWhileTimeGoesOn(), "IllegalStateException");
  }

  @Test
  void postingWhoseRankingOverflowsTheStackTakesNoOthersAlong() {
    service.failInARanking(
        () -> {
          throw new StackOverflowError();
        });

    requireOneFailed(runWhileTimeGoesOn(), "StackOverflowError");
  }

  private void requireOneFailed(JsonNode run, String reason) {
    assertThat(run.get("status").stringValue()).isEqualTo("COMPLETED");
    assertThat(run.get("postings").toString())
        .isEqualTo("{\"total\":270,\"written\":269,\"failed\":1}");
    assertThat(run.get("failures").get(0).get("reason").stringValue()).isEqualTo(reason);
    service.settle();
    StoredLists seen = lists(service);
    seen.requireMixed(Set.of(), before, undisturbed());
  }

  @Test
  void runThatLosesADeadlockGoesOn() throws SQLException {
    String run;
    try (Held held =
        Held.by(service, "SELECT FROM ranking WHERE job_posting_id = 'p-0005' FOR UPDATE")) {
      held.execute("SET LOCAL deadlock_timeout = '1min'"); // it is the other who is to lose
      run = api.post("/api/runs").json().get("id").stringValue();
      Api.until(() -> service.isWaitingForALock());
      held.execute("SELECT FROM job_posting WHERE id = 'p-0001' FOR UPDATE");
    }

    requireAllWritten(ended(run));
  }

  @Test
  void backendThatIsEndedInTheMiddleOfAListIsReplaced() throws SQLException {
    String run;
    try (Held _ =
        Held.by(
            service,
            "SELECT FROM \"CandidateMatching\" WHERE \"jobPostingId\" = 'p-0005' FOR UPDATE")) {
      run = api.post("/api/runs").json().get("id").stringValue();
      Api.until(() -> service.isWaitingForALock());
      service
          .database()
          .sql(
              """
              SELECT pg_terminate_backend(pid) FROM pg_stat_activity
              WHERE datname = current_database() AND wait_event_type = 'Lock'
              """)
          .query((_, _) -> true)
          .list();
    }

    requireAllWritten(ended(run));
  }

  @Test
  void connectionThatIsLostInTheMiddleOfTheCopyIsReplaced() throws Exception {
    int port = URI.create(TestDatabase.server().jdbcUrl().substring("jdbc:".length())).getPort();
    try (var proxy = new CuttingProxy(port, "COPY staged_matching");
        TestService far = TestService.through(url -> url.replace(":" + port, ":" + proxy.port()))) {
      StoredLists old = fill(far);
      proxy.cut(3);

      JsonNode run = far.api().run();

      StoredLists seen = lists(far);
      assertThat(proxy.cuts()).isEqualTo(3);
      assertThat(run.get("postings").get("written").intValue()).isEqualTo(POSTINGS);
      far.api().run();
      seen.requireMixed(Set.of(), old, lists(far));
      assertThat(seen.differing(old)).hasSize(POSTINGS);
    }
  }

  @Test
  void postingForWhichThereIsNoRoomIsNamedAndWrittenWhenThereIs() {
    StoredLists seen;
    JsonNode run;
    try (Trap _ = full("NEW.\"jobPostingId\" = 'p-0007'")) {
      run = runWhileTimeGoesOn();
      seen = lists(service);
    }
    service.settle();

    assertThat(run.get("status").stringValue()).isEqualTo("COMPLETED");
    assertThat(run.get("chunks").get("failed").intValue()).isZero();
    assertThat(failed(run)).containsExactly("p-0007");
    assertThat(run.get("failures").get(0).get("reason").stringValue())
        .contains("no space left on device");
    StoredLists healed = lists(service);
    seen.requireMixed(failed(run), before, undisturbed());
    healed.requireMixed(Set.of(), before, lists(service));
  }

  @Test
  void newListForWhichThereIsNoRoomCostsNoOther() {
    service.database().sql("TRUNCATE \"CandidateMatching\"").update();
    JsonNode run;
    try (Trap _ = full("NEW.\"jobPostingId\" = 'p-0007'")) {
      run = runWhileTimeGoesOn();
    }

    assertThat(run.get("status").stringValue()).isEqualTo("COMPLETED");
    assertThat(failed(run)).containsExactly("p-0007");
    assertThat(run.get("failures").get(0).get("reason").stringValue())
        .contains("no space left on device");
    assertThat(undisturbed().differing(lists(service))).isEmpty();
  }

  @Test
  void fullDiskFailsTheRunAndItsConditionsAreTakenBack() {
    RunConditions conditions = conditions();
    JsonNode run;
    StoredLists seen;
    try (Trap _ = full("true")) {
      run = runWhileTimeGoesOn();
      seen = lists(service);
    }
    service.settle();

    assertThat(run.get("status").stringValue()).isEqualTo("FAILED");
    assertThat(run.get("error").stringValue()).contains("no space left on device");
    assertThat(conditions()).isEqualTo(conditions);
    assertThat(seen).isEqualTo(before);
    assertThat(lists(service)).isEqualTo(before);
    assertThat(undisturbed().differing(before)).hasSize(POSTINGS);
  }

  @Test
  void chunkThatFailsAllItsAttemptsIsNamedAndHealsWhenItsCauseIsGone() {
    Set<String> second = new TreeSet<>();
    IntStream.range(250, POSTINGS).forEach(i -> second.add(NightData.id(i)));
    JsonNode run;
    StoredLists seen;
    int waiting;
    try (Trap _ = full("NEW.\"jobPostingId\" >= 'p-0250'")) {
      run = runWhileTimeGoesOn();
      seen = lists(service);
      waiting = waiting();
    }
    service.settle();

    assertThat(run.get("status").stringValue()).isEqualTo("COMPLETED");
    assertThat(run.get("chunks").toString()).isEqualTo("{\"total\":2,\"done\":1,\"failed\":1}");
    assertThat(run.get("postings").toString())
        .isEqualTo("{\"total\":270,\"written\":250,\"failed\":20}");
    assertThat(failed(run)).isEqualTo(second);
    assertThat(run.get("failures").get(0).get("reason").stringValue())
        .startsWith("chunk 1 broke off: ")
        .contains("no space left on device");
    assertThat(waiting).isEqualTo(second.size());
    StoredLists healed = lists(service);
    seen.requireMixed(second, before, undisturbed());
    healed.requireMixed(Set.of(), before, lists(service));
  }

  private Trap full(String rows) {
    return Trap.failing(
        service.database(),
        DISK_FULL,
        "INSERT OR UPDATE ON \"CandidateMatching\" FOR EACH ROW WHEN (%s)".formatted(rows));
  }

  private RunConditions conditions() {
    return service.part(StandingConditions.class).at(service.clock.instant());
  }

  private int waiting() {
    return service
        .database()
        .sql("SELECT count(*) FROM ranking_request")
        .query(Integer.class)
        .single();
  }

  /// What is tried again waits for the clock.
  private JsonNode runWhileTimeGoesOn() {
    String run = api.post("/api/runs").json().get("id").stringValue();
    Api.until(
        () -> {
          service.clock.advance(Duration.ofSeconds(20));
          return !api.get("/api/runs/" + run).json().get("finishedAt").isNull();
        });
    return ended(run);
  }

  private JsonNode ended(String run) {
    Api.until(() -> !api.get("/api/runs/" + run).json().get("finishedAt").isNull());
    return api.get("/api/runs/" + run).json();
  }

  private static Set<String> failed(JsonNode run) {
    Set<String> all = new TreeSet<>();
    run.get("failures").forEach(one -> all.add(one.get("jobPostingId").stringValue()));
    return all;
  }

  private void requireAllWritten(JsonNode run) {
    StoredLists seen = lists(service);
    assertThat(run.get("status").stringValue()).isEqualTo("COMPLETED");
    assertThat(run.get("postings").get("written").intValue()).isEqualTo(POSTINGS);
    assertThat(run.get("failures")).isEmpty();
    assertThat(List.copyOf(seen.lists().keySet())).hasSize(POSTINGS);
    seen.requireMixed(Set.of(), before, undisturbed());
  }

  /// The lists that a run leaves to which nothing happens: all are others than before.
  private StoredLists undisturbed() {
    JsonNode run = api.run();
    assertThat(run.get("postings").get("written").intValue()).isEqualTo(POSTINGS);
    StoredLists after = lists(service);
    assertThat(after.differing(before)).hasSize(POSTINGS);
    return after;
  }
}
