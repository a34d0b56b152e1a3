package dev.entente.server;

import static dev.entente.testkit.CandidateJson.aCandidate;
import static dev.entente.testkit.PostingJson.aPosting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.testkit.CandidateJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class GenerationDatabaseTest {
  private static final String ERRORS =
      "SELECT count(*) FROM durable.attempt WHERE error IS NOT NULL";

  private final TestService service = TestService.shared();
  private final Api api = service.api();

  @Test
  void runRecordsWhatItsScoresDependOn() {
    api.store(aCandidate("c").tested(80));
    api.store(aPosting("p"));

    JsonNode run = api.run();

    assertThat(run.get("status").stringValue()).isEqualTo("COMPLETED");
    assertThat(run.get("asOf").stringValue()).isEqualTo("2026-11-23T00:00:00Z");
    assertThat(run.get("startedBy").stringValue()).isEqualTo("API");
    assertThat(run.get("calibration").toString())
        .isEqualTo("{\"feedbackMean\":8000,\"trainingMean\":5000}");
    assertThat(run.get("weights").get("skills").intValue()).isEqualTo(2500);
    assertThat(run.get("engineVersion").stringValue()).isEqualTo("1");
    assertThat(run.get("aliasVersion").stringValue()).matches("[0-9a-f]{12}");
    assertThat(run.get("postings").toString())
        .isEqualTo("{\"total\":1,\"written\":1,\"failed\":0}");
    assertThat(run.get("candidates").intValue()).isEqualTo(1);
    assertThat(run.get("matchings").intValue()).isEqualTo(1);
  }

  @Test
  void calibrationMovesOnlyByAWholePoint() {
    api.store(aPosting("p"));
    api.store(aCandidate("c").tested(80, 80, 80, 80));
    api.run();
    api.store(aCandidate("c").tested(80, 80, 80, 82));
    JsonNode near = api.run().get("calibration");
    api.store(aCandidate("c").tested(80, 80, 80, 90));

    JsonNode far = api.run().get("calibration");

    assertThat(near.get("feedbackMean").intValue()).isEqualTo(8000);
    assertThat(far.get("feedbackMean").intValue()).isEqualTo(8200);
  }

  @Test
  void secondRunChangesNoRow() {
    api.store(aPosting("p"));
    IntStream.range(0, 20).forEach(i -> api.store(aCandidate("c-" + i).tested(50 + i)));
    api.run();
    List<String> before = rows();

    service.clock.advance(Duration.ofHours(1));
    api.run();

    assertThat(rows()).hasSize(20).isEqualTo(before);
  }

  @Test
  void postingThatFailsIsNamedAndKeepsItsRows() {
    api.store(aCandidate("c"));
    api.store(aPosting("good"));
    api.store(aPosting("spoilt"));
    api.run();
    List<String> before = rows();
    service
        .database()
        .sql(
            """
            UPDATE job_posting SET document = '{"id":7}', revision = nextval('revision')
            WHERE id = 'spoilt'
            """)
        .update();

    JsonNode run = api.run();

    assertThat(run.get("status").stringValue()).isEqualTo("COMPLETED");
    assertThat(run.get("postings").toString())
        .isEqualTo("{\"total\":2,\"written\":1,\"failed\":1}");
    assertThat(run.get("failures").toString())
        .contains("\"jobPostingId\":\"spoilt\"", "put it again");
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void listThatCannotBeWrittenIsNamedAndLeftAsItWas() {
    api.store(aPosting("p"));
    api.store(aPosting("q"));
    api.store(aCandidate("c"));
    api.run();
    List<String> before = rows();
    service
        .database()
        .sql(
            """
            ALTER TABLE "CandidateMatching"
            ADD CONSTRAINT fault CHECK ("jobPostingId" <> 'p' OR total = 0) NOT VALID
            """)
        .update();
    api.store(aCandidate("c").tested(99));

    JsonNode run = api.run();
    List<String> after = rows();
    service.database().sql("ALTER TABLE \"CandidateMatching\" DROP CONSTRAINT fault").update();

    assertThat(run.get("failures").toString()).contains("\"p\"", "fault").doesNotContain("Failing");
    assertThat(run.get("postings").get("written").intValue()).isEqualTo(1);
    assertThat(after).hasSize(2).contains(before.getLast()).doesNotContain(before.getFirst());
  }

  @Test
  void candidateWhoCannotBeReadIsNamedAndLeftOut() {
    api.store(aPosting("p"));
    api.store(aCandidate("good"));
    api.store(aCandidate("spoilt"));
    service.settle();
    service
        .database()
        .sql("UPDATE candidate SET document = '{\"id\":\"spoilt\"}' WHERE id = 'spoilt'")
        .update();
    service.database().sql("UPDATE candidate_record SET version = 'older'").update();
    service.twin().close(); // another start makes them again

    JsonNode run = api.run();

    assertThat(run.get("failures").toString()).contains("\"candidateId\":\"spoilt\"");
    assertThat(run.get("postings").get("failed").intValue()).isZero();
    assertThat(api.list("p")).hasSize(1);
  }

  @Test
  void ofManyWhoCannotBeReadAThousandAreNamedAndAllCounted() {
    store(1_100);
    service.database().sql("UPDATE candidate SET document = '{}'").update();
    service.database().sql("UPDATE candidate_record SET version = 'older'").update();
    service.twin().close(); // another start makes them again
    service.clock.advance(Duration.ofSeconds(1));

    JsonNode run = api.run();

    JsonNode listed = api.get("/api/runs?limit=1").json().get("runs").get(0);
    assertThat(run.get("failures")).hasSize(1_000);
    assertThat(run.get("leftOut").intValue()).isEqualTo(1_100);
    assertThat(listed.get("id")).isEqualTo(run.get("id"));
    assertThat(listed.get("leftOut").intValue()).isEqualTo(1_100);
    assertThat(listed.has("failures")).isFalse();
  }

  @Test
  void rejectionBetweenRankingAndWritingHolds() throws Exception {
    store(60);
    String id = api.list("p").get(4).get("id").stringValue();

    CompletableFuture<JsonNode> run;
    try (Held held =
        Held.by(service, "SELECT FROM ranking WHERE job_posting_id = 'p' FOR UPDATE")) {
      run = CompletableFuture.supplyAsync(api::run);
      Api.until(() -> service.isWaitingForALock());
      held.execute(
          """
          UPDATE "CandidateMatching" SET status = 'REJECTED', listed = false, "asOf" = now(),
              "feedbackMean" = 0, "trainingMean" = 0
          WHERE id = '%s'
          """
              .formatted(id));
    }
    run.join();

    assertThat(api.list("p")).hasSize(50).noneMatch(m -> m.get("id").stringValue().equals(id));
    assertThat(api.get("/api/matching/" + id).json().get("status").stringValue())
        .isEqualTo("REJECTED");
  }

  @Test
  void postingThatChangesWhileARunWaitsForItIsRankedAsItIsThen() throws Exception {
    store(3);

    CompletableFuture<JsonNode> run;
    try (Held held = Held.by(service, "SELECT FROM job_posting WHERE id = 'p' FOR UPDATE")) {
      run = CompletableFuture.supplyAsync(api::run);
      Api.until(() -> service.isWaitingForALock());
      held.execute(
          """
          UPDATE job_posting SET revision = nextval('revision'),
              document = replace(document::text, '"Java"', '"Cobol"')::json
          WHERE id = 'p'
          """);
    }

    assertThat(run.join().get("postings").toString())
        .isEqualTo("{\"total\":1,\"written\":1,\"failed\":0}");
    assertThat(api.list("p")).isEmpty();
  }

  @Test
  void secondRunAtOnceIsRefusedWithTheOneThatIsGoing() throws Exception {
    store(3);

    CompletableFuture<JsonNode> run;
    Api.Answer refused;
    try (Held _ = Held.by(service, "SELECT FROM ranking WHERE job_posting_id = 'p' FOR UPDATE")) {
      run = CompletableFuture.supplyAsync(api::run);
      Api.until(() -> service.isWaitingForALock());
      refused = api.post("/api/runs");
    }

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().get("run").get("id")).isEqualTo(run.join().get("id"));
  }

  @Test
  void runThatSomebodyElseEndedStops() throws Exception {
    String postings =
        IntStream.range(100, 500)
            .mapToObj(i -> aPosting("p-" + i).json())
            .collect(Collectors.joining("\n"));
    api.post("/api/import/postings", "application/x-ndjson", postings);
    api.store(aCandidate("c"));
    api.run();
    service.settle();
    service.clock.advance(Duration.ofHours(1));

    String id;
    // One of each chunk that is begun: none of them may be written any more.
    try (Held held =
        Held.by(
            service, "SELECT FROM ranking WHERE job_posting_id IN ('p-110', 'p-360') FOR UPDATE")) {
      id = api.post("/api/runs").json().get("id").stringValue();
      Api.until(() -> service.waitingForALock() == 2);
      held.execute(
          "UPDATE generation_run SET status = 'CANCELLED', error = 'x', finished_at = now() WHERE finished_at IS NULL");
    }
    Api.until(this::nobodyRuns);

    assertThat(api.get("/api/runs/" + id).json().get("status").stringValue())
        .isEqualTo("CANCELLED");
    assertThat(
            service
                .database()
                .sql("SELECT count(*) FROM ranking WHERE as_of < '2026-11-23 01:00:00Z'")
                .query(Integer.class)
                .single())
        .isEqualTo(400);
  }

  private boolean nobodyRuns() {
    return service
        .database()
        .sql("SELECT NOT EXISTS (SELECT FROM durable.run WHERE ended_at IS NULL)")
        .query(Boolean.class)
        .single();
  }

  @Test
  void chunkThatDiesOfAnErrorIsTriedAgain() {
    store(3);
    service.failInAChunk(1);

    JsonNode run = runWhileTimeGoesOn();

    assertThat(run.get("status").stringValue()).isEqualTo("COMPLETED");
    assertThat(run.get("postings").get("written").intValue()).isEqualTo(1);
  }

  @Test
  void runOfWhichNothingCanBeDoneIsRecordedAsFailed() {
    store(3);
    List<String> before = rows();
    service.failInAChunk(4);

    JsonNode run = runWhileTimeGoesOn();

    assertThat(run.get("status").stringValue()).isEqualTo("FAILED");
    assertThat(run.get("error").stringValue()).isEqualTo("chunk 0 broke off: StackOverflowError");
    service.settle();
    assertThat(rows()).isEqualTo(before);
    assertThat(api.run().get("status").stringValue()).isEqualTo("COMPLETED");
  }

  @Test
  void endThatCannotBeRecordedAtOnceIsRecordedLater() {
    JdbcClient database = service.database();
    database
        .sql(
            """
            CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
            'BEGIN RAISE ''no room''; END'
            """)
        .update();
    database
        .sql(
            """
            CREATE TRIGGER refuse BEFORE UPDATE ON generation_run
            FOR EACH ROW WHEN (NEW.status = 'COMPLETED') EXECUTE FUNCTION refuse()
            """)
        .update();

    int errors = database.sql(ERRORS).query(Integer.class).single();
    String run = "/api/runs/" + api.post("/api/runs").json().get("id").stringValue();
    Api.until(() -> database.sql(ERRORS).query(Integer.class).single() > errors);
    String before = api.get(run).json().get("status").stringValue();
    database.sql("DROP FUNCTION refuse CASCADE").update();
    awaitWhileTimeGoesOn(run);

    assertThat(before).isEqualTo("RUNNING");
    assertThat(api.get(run).json().get("status").stringValue()).isEqualTo("COMPLETED");
  }

  @Test
  void runThatTheEngineHasLostIsInNobodysWay() {
    store(3);
    service
        .database()
        .sql(
            """
            INSERT INTO generation_run (id, kind, status, started_by, requested_at, started_at, as_of,
                weights, engine_version, alias_version, engine_run)
            SELECT gen_random_uuid(), 'ALL', 'RUNNING', 'API', started_at, started_at, as_of, weights,
                engine_version, alias_version, 'of another engine'
            FROM generation_run
            """)
        .update();

    JsonNode run = api.run();

    assertThat(run.get("status").stringValue()).isEqualTo("COMPLETED");
    assertThat(
            service
                .database()
                .sql("SELECT error FROM generation_run WHERE engine_run = 'of another engine'")
                .query(String.class)
                .single())
        .contains("has lost it");
  }

  /// What is tried again waits for the clock.
  private JsonNode runWhileTimeGoesOn() {
    String run = "/api/runs/" + api.post("/api/runs").json().get("id").stringValue();
    awaitWhileTimeGoesOn(run);
    return api.get(run).json();
  }

  private void awaitWhileTimeGoesOn(String run) {
    Api.until(
        () -> {
          service.clock.advance(Duration.ofSeconds(20));
          return !api.get(run).json().get("finishedAt").isNull();
        });
  }

  @Test
  void postingChangedWhileItIsRankedOnRequestIsRankedAgain() throws Exception {
    store(3);

    CompletableFuture<Api.Answer> answer;
    try (Held held = Held.by(service, "SELECT FROM job_posting WHERE id = 'p' FOR UPDATE")) {
      answer = CompletableFuture.supplyAsync(() -> api.rank("p"));
      Api.until(() -> service.isWaitingForALock());
      held.execute("UPDATE job_posting SET revision = nextval('revision') WHERE id = 'p'");
    }

    assertThat(answer.join().status()).isEqualTo(200);
    assertThat(
            service
                .database()
                .sql(
                    "SELECT ranking.revision = job_posting.revision FROM ranking JOIN job_posting ON id = job_posting_id")
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  @Test
  void storedPostingThatTodaysRulesRefuseIsToBePutAgain() {
    api.store(aPosting("spoilt"));
    service.settle();
    service
        .database()
        .sql(
            """
            UPDATE job_posting SET document = '{"id":"spoilt","title":7}',
                revision = nextval('revision')
            """)
        .update();

    Api.Answer ranking = api.get("/api/ranking?jobPostingId=spoilt");
    Api.Answer matching = api.rank("spoilt");

    assertThat(List.of(Refusal.of(ranking).name(), Refusal.of(matching).name()))
        .containsOnly("409 unreadable-posting");
    assertThat(Refusal.of(ranking).problems()).contains("/title NOT_A_TEXT");
    assertThat(ranking.json().get("detail").stringValue()).contains("spoilt", "PUT");
  }

  @Test
  void listsOfTwoWhoRankAtOnceAreThoseOfOne() {
    store(70);
    List<CompletableFuture<Integer>> all = new ArrayList<>();

    for (int i = 0; i < 8; i++) {
      int score = 50 + i;
      CandidateJson changed = aCandidate("c-" + i).tested(score);
      all.add(CompletableFuture.supplyAsync(() -> api.store(changed).status()));
      all.add(CompletableFuture.supplyAsync(() -> api.rank("p").status()));
    }

    assertThat(all).allMatch(status -> status.join() < 300);
    api.run();
    List<String> after = rows();
    api.run();
    assertThat(rows()).hasSize(50).isEqualTo(after);
  }

  private void store(int candidates) {
    api.store(aPosting("p"));
    String lines =
        IntStream.range(0, candidates)
            .mapToObj(i -> aCandidate("c-" + i).json())
            .reduce("", (a, b) -> a + b + "\n");
    api.post("/api/import/candidates", "application/x-ndjson", lines);
    api.run();
    service.settle();
  }

  private List<String> rows() {
    return service
        .database()
        .sql("SELECT m::text FROM ranked_matching m ORDER BY \"jobPostingId\" DESC, rank")
        .query((row, _) -> row.getString(1))
        .list();
  }
}
