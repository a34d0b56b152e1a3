package dev.entente.server;

import static dev.entente.testkit.CandidateJson.aCandidate;
import static dev.entente.testkit.PostingJson.aPosting;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Runs over some postings, and runs that are cancelled or done once more.
class RunControlDatabaseTest {
  private static final String JSON = "application/json";

  private final TestService service = TestService.shared();
  private final Api api = service.api();

  private JsonNode get(JsonNode run) {
    return api.get(path(run)).json();
  }

  private static String path(JsonNode run) {
    return "/api/runs/" + run.get("id").stringValue();
  }

  private JsonNode ended(JsonNode run) {
    Api.until(() -> !get(run).get("finishedAt").isNull());
    return get(run);
  }

  private JsonNode some(String... ids) {
    String quoted = List.of(ids).stream().map("\"%s\""::formatted).collect(Collectors.joining(","));
    return api.post("/api/runs", JSON, "{\"jobPostingIds\":[%s]}".formatted(quoted)).json();
  }

  private static String status(JsonNode run) {
    return run.get("status").stringValue();
  }

  private void storeThree() {
    List.of("p-1", "p-2", "p-3").forEach(id -> api.store(aPosting(id)));
    api.store(aCandidate("c").tested(70));
    service.settle();
  }

  @Test
  void runOverSomePostingsRanksThemAlone() {
    storeThree();

    JsonNode run = ended(some("p-3", "p-1", "p-3"));

    assertThat(status(run)).isEqualTo("COMPLETED");
    assertThat(run.get("kind").stringValue()).isEqualTo("SOME");
    assertThat(run.get("startedBy").stringValue()).isEqualTo("API");
    assertThat(run.get("postings").toString())
        .isEqualTo("{\"total\":2,\"written\":2,\"failed\":0}");
    assertThat(
            service
                .database()
                .sql("SELECT job_posting_id FROM ranking WHERE run_id::text = :id ORDER BY 1")
                .param("id", run.get("id").stringValue())
                .query(String.class)
                .list())
        .containsExactly("p-1", "p-3");
  }

  @Test
  void wrongRequestsAreRefusedAndStartNothing() {
    storeThree();
    api.store(aPosting("p-off").inactive());
    int before = api.get("/api/runs?limit=1000").json().get("runs").size();

    assertThat(refusal("{\"jobPostingIds\":[\"p-1\",\"p-9\"]}")).isEqualTo("404 no-posting []");
    assertThat(refusal("{\"jobPostingIds\":[\"p-off\"]}")).isEqualTo("409 posting-inactive []");
    assertThat(refusal("{\"jobPostingIds\":[]}"))
        .isEqualTo("422 invalid-document [/jobPostingIds EMPTY_LIST]");
    assertThat(refusal("{}")).isEqualTo("422 invalid-document [/jobPostingIds MISSING]");
    assertThat(refusal("{\"jobPostingIds\":[\"p-1\",\"a b\",7]}"))
        .isEqualTo("422 invalid-document [/jobPostingIds/1 NOT_AN_ID, /jobPostingIds/2 NOT_AN_ID]");
    assertThat(refusal("")).isEqualTo("422 invalid-document [ INVALID_JSON]");
    String many =
        IntStream.range(0, 10_001).mapToObj(i -> "\"p" + i + "\"").collect(Collectors.joining(","));
    assertThat(refusal("{\"jobPostingIds\":[" + many + "]}"))
        .isEqualTo("422 invalid-document [/jobPostingIds TOO_MANY]");
    assertThat(Refusal.of(api.post("/api/runs", "text/csv", "p-1")).name())
        .isEqualTo("415 unsupported-type");
    assertThat(api.get("/api/runs?limit=1000").json().get("runs")).hasSize(before);
  }

  private String refusal(String body) {
    Refusal refusal = Refusal.of(api.post("/api/runs", JSON, body));
    return refusal.name() + " " + refusal.problems();
  }

  /// Lets attempts fail at chunks with such postings; the next ones wait for the clock.
  private void failAt(String condition) {
    service
        .database()
        .sql(
            "ALTER TABLE generation_posting ADD CONSTRAINT no_room CHECK (NOT (%s)) NOT VALID"
                .formatted(condition))
        .update();
  }

  private void failNowhere() {
    service.database().sql("ALTER TABLE generation_posting DROP CONSTRAINT no_room").update();
  }

  private boolean isFailed(JsonNode run, int part) {
    return get(run).get("parts").path(part).path("status").asString().equals("FAILED");
  }

  @Test
  void cancelledRunEndsAndItsListsFollowWhatHoldsThen() {
    storeThree();
    api.run();
    service.clock.advance(Duration.ofHours(1));
    failAt("true");
    JsonNode run = api.post("/api/runs").json();
    Api.until(() -> isFailed(run, 0));
    failNowhere();
    assertThat(conditions()).containsExactly("2026-11-23T01:00:00Z");

    JsonNode cancelled = api.post(path(run) + "/cancel").json();
    service.settle();

    assertThat(status(cancelled)).isEqualTo("CANCELLED");
    assertThat(cancelled.get("error").stringValue()).isEqualTo("cancelled by API");
    Refusal again = Refusal.of(api.post(path(run) + "/cancel"));
    assertThat(again.name()).isEqualTo("409 run-is-over");
    assertThat(status(get(run))).isEqualTo("CANCELLED");
    assertThat(conditions()).containsExactly("2026-11-23T00:00:00Z");
  }

  private List<String> conditions() {
    return service
        .database()
        .sql(
            """
            SELECT DISTINCT to_char(as_of AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
            FROM ranking ORDER BY 1
            """)
        .query((row, _) -> row.getString(1))
        .list();
  }

  @Test
  void runThatIsQueuedIsCancelledBeforeItBegins() {
    api.post("/api/functions/generate-matchings-some/pause");
    JsonNode cancelled;
    try {
      storeThree();
      JsonNode run = some("p-1");
      assertThat(status(get(run))).isEqualTo("QUEUED");

      cancelled = api.post(path(run) + "/cancel").json();
    } finally {
      api.post("/api/functions/generate-matchings-some/resume");
    }

    assertThat(status(cancelled)).isEqualTo("CANCELLED");
    assertThat(cancelled.get("startedAt").isNull()).isTrue();
    assertThat(get(cancelled).get("steps")).isEmpty();
  }

  @Test
  void rerunIsANewRunOfTheSameKindAndPostings() {
    storeThree();
    JsonNode all = api.run();
    JsonNode some = ended(some("p-2"));

    JsonNode allAgain = ended(api.post(path(all) + "/rerun").json());
    JsonNode someAgain = ended(api.post(path(some) + "/rerun").json());

    assertThat(allAgain.get("id")).isNotEqualTo(all.get("id"));
    assertThat(allAgain.get("startedBy").stringValue()).isEqualTo("RERUN");
    assertThat(allAgain.get("postings").get("total").intValue()).isEqualTo(3);
    assertThat(someAgain.get("kind").stringValue()).isEqualTo("SOME");
    assertThat(someAgain.get("postings").get("written").intValue()).isEqualTo(1);
  }

  /// 600 postings are three chunks.
  private void storeThreeChunks() {
    String postings =
        IntStream.range(1_000, 1_600)
            .mapToObj(i -> aPosting("p-" + i).json())
            .collect(Collectors.joining("\n"));
    api.post("/api/import/postings", "application/x-ndjson", postings);
    api.store(aCandidate("c").tested(70));
    service.settle();
  }

  private long stepsDone(JsonNode run) {
    return get(run).get("steps").valueStream().filter(step -> status(step).equals("DONE")).count();
  }

  private JsonNode from(JsonNode run, String step) {
    return api.post(path(run) + "/rerun", JSON, "{\"from\":\"%s\"}".formatted(step)).json();
  }

  @Test
  void cancelledRunGoesOnFromItsChunk() {
    storeThreeChunks();
    api.run();
    service.clock.advance(Duration.ofHours(1));
    failAt("job_posting_id BETWEEN 'p-1250' AND 'p-1499'");
    JsonNode run = api.post("/api/runs").json();
    // it is opened, and two of three chunks are done
    Api.until(() -> isFailed(run, 1) && stepsDone(run) == 3);
    failNowhere();
    api.post(path(run) + "/cancel");
    service.settle();
    assertThat(conditions()).containsExactly("2026-11-23T00:00:00Z");
    service.clock.advance(Duration.ofHours(1));

    JsonNode reopened = from(run, "chunk-1");
    JsonNode done = ended(run);
    service.settle();

    assertThat(reopened.get("id")).isEqualTo(run.get("id"));
    assertThat(reopened.get("startedBy").stringValue()).isEqualTo("RERUN");
    assertThat(status(done)).isEqualTo("COMPLETED");
    assertThat(done.get("error").isNull()).isTrue();
    assertThat(done.get("asOf").stringValue()).isEqualTo("2026-11-23T01:00:00Z");
    assertThat(done.get("postings").toString())
        .isEqualTo("{\"total\":600,\"written\":600,\"failed\":0}");
    assertThat(done.get("parts").valueStream().map(part -> part.get("attempt").intValue()))
        .containsExactly(1, 2, 1);
    assertThat(conditions()).containsExactly("2026-11-23T01:00:00Z");
  }

  @Test
  void runGoesOnOnlyWhileItsConditionsMayHold() {
    storeThree();
    JsonNode first = api.run();
    service.clock.advance(Duration.ofHours(1));
    JsonNode second = api.run();

    assertThat(reason(first, "chunk-0")).startsWith("409 no-rerun").contains(id(second));
    assertThat(reason(second, "open-run")).startsWith("409 no-rerun").contains("chunk-0");
    assertThat(reason(second, "chunk-7")).startsWith("404 no-step").contains("chunk-7");
    assertThat(status(ended(from(second, "chunk-0")))).isEqualTo("COMPLETED");
    assertThat(status(ended(from(second, "close-run")))).isEqualTo("COMPLETED");
    service
        .database()
        .sql("UPDATE generation_run SET engine_version = '0' WHERE id::text = :id")
        .param("id", id(second))
        .update();
    assertThat(reason(second, "chunk-0")).startsWith("409 no-rerun").contains("version");
  }

  private static String id(JsonNode run) {
    return run.get("id").stringValue();
  }

  private String reason(JsonNode run, String step) {
    Api.Answer answer = api.post(path(run) + "/rerun", JSON, "{\"from\":\"%s\"}".formatted(step));
    return Refusal.of(answer).name() + " " + answer.json().get("detail").stringValue();
  }

  @Test
  void runOverSomePostingsGoesOnUnderWhatHoldsNow() {
    storeThree();
    JsonNode some = ended(some("p-2"));
    service.clock.advance(Duration.ofHours(1));
    api.run();

    JsonNode again = ended(from(some, "chunk-0"));

    assertThat(again.get("id")).isEqualTo(some.get("id"));
    assertThat(status(again)).isEqualTo("COMPLETED");
    assertThat(again.get("asOf").stringValue()).isEqualTo("2026-11-23T01:00:00Z");
    assertThat(conditions()).containsExactly("2026-11-23T01:00:00Z");
  }

  @Test
  void whatWantsAnEndIsRefusedWhileTheRunGoesOn() throws Exception {
    storeThree();
    api.run();
    JsonNode run;
    List<String> refused;
    try (Held _ = Held.by(service, "SELECT FROM ranking WHERE job_posting_id = 'p-2' FOR UPDATE")) {
      run = api.post("/api/runs").json();
      Api.until(() -> service.isWaitingForALock());
      refused =
          List.of(
              Refusal.of(api.post(path(run) + "/rerun")).name(),
              reason(run, "chunk-0").substring(0, "409 run-is-going".length()));
    }

    assertThat(refused).containsOnly("409 run-is-going");
    assertThat(status(ended(run))).isEqualTo("COMPLETED");
  }

  @Test
  void partOfOtherFunctionsIsNotPaused() {
    Api.Answer refused = api.post("/api/functions/generate-matchings-chunk/pause");

    assertThat(Refusal.of(refused).name()).isEqualTo("409 function-is-invoked");
    assertThat(api.run().get("status").stringValue()).isEqualTo("COMPLETED");
  }
}
