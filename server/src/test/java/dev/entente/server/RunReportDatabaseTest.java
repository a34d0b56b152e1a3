package dev.entente.server;

import static dev.entente.testkit.CandidateJson.aCandidate;
import static dev.entente.testkit.PostingJson.aPosting;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What is told of one run.
class RunReportDatabaseTest {
  private static TestService service;
  private static Api api;

  // Its own: the start of another service takes the listener out of the process's only log.
  @BeforeAll
  static void start() {
    service = TestService.open();
    api = service.api();
    IntStream.range(0, 6).forEach(i -> api.store(aCandidate("c-" + i).tested(50 + i)));
    api.store(aPosting("p-usual"));
    api.store(aPosting("p-nobody").asking("Cobol"));
    service.settle();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static List<String> texts(JsonNode list, String field) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(one -> one.get(field).stringValue())
        .toList();
  }

  private static JsonNode report(JsonNode run) {
    return api.get("/api/runs/" + run.get("id").stringValue()).json();
  }

  @Test
  void stepsAreToldInTheirOrderWithTheirAttempts() {
    JsonNode run = api.run();
    Api.until(() -> texts(report(run).get("steps"), "id").contains("tell-completion"));

    JsonNode report = report(run);

    assertThat(report.get("kind").stringValue()).isEqualTo("ALL");
    assertThat(report.get("engine").get("name").stringValue()).isEqualTo("embedded");
    assertThat(report.get("engine").get("run").stringValue()).matches("[0-9A-Z]{26}");
    assertThat(report.get("engine").get("where").isNull()).isTrue();
    assertThat(texts(report.get("steps"), "id"))
        .containsExactly("open-run", "chunk-0", "close-run", "tell-completion");
    assertThat(texts(report.get("steps"), "status")).containsOnly("DONE");
    for (JsonNode step : report.get("steps")) {
      assertThat(step.get("attempts")).hasSize(1);
      JsonNode attempt = step.get("attempts").get(0);
      assertThat(attempt.get("number").intValue()).isEqualTo(1);
      assertThat(attempt.get("error").isNull()).isTrue();
      assertThat(attempt.get("startedAt")).isEqualTo(step.get("startedAt"));
    }
  }

  @Test
  void partsAndPostingsToLookAtAreTold() {
    JsonNode report = report(api.run());

    assertThat(report.get("parts")).hasSize(1);
    JsonNode part = report.get("parts").get(0);
    assertThat(part.get("status").stringValue()).isEqualTo("DONE");
    assertThat(part.get("postings").intValue()).isEqualTo(2);
    assertThat(part.get("written").intValue()).isEqualTo(2);
    assertThat(part.get("instance").stringValue()).isNotEmpty();
    assertThat(texts(report.get("slowest"), "jobPostingId"))
        .containsExactlyInAnyOrder("p-usual", "p-nobody");
    assertThat(api.get("/api/runs/" + report.get("id").stringValue()).body())
        .containsPattern("\"rankMillis\":\\d+\\.\\d{3}}");
    assertThat(texts(report.get("scarce"), "jobPostingId")).containsExactly("p-nobody");
    JsonNode scarce = report.get("scarce").get(0);
    assertThat(scarce.get("eligible").intValue()).isZero();
    assertThat(scarce.get("ineligible").toString()).contains(":6");
  }

  @Test
  void attemptsThatBrokeOffAreToldWithTheirErrors() {
    service
        .database()
        .sql(
            "ALTER TABLE generation_posting ADD CONSTRAINT no_room CHECK (rank_micros < 0) NOT VALID")
        .update();
    JsonNode run = api.post("/api/runs").json();
    Api.until(() -> part(run).get("status").stringValue().equals("FAILED"));
    String error = part(run).get("error").stringValue();
    service.database().sql("ALTER TABLE generation_posting DROP CONSTRAINT no_room").update();
    service.clock.advance(Duration.ofHours(1));
    Api.until(() -> !report(run).get("finishedAt").isNull());

    JsonNode report = report(run);

    JsonNode chunk = report.get("steps").get(1);
    assertThat(error).contains("no_room");
    assertThat(report.get("status").stringValue()).isEqualTo("COMPLETED");
    assertThat(part(run).get("attempt").intValue()).isEqualTo(2);
    assertThat(chunk.get("id").stringValue()).isEqualTo("chunk-0");
    assertThat(chunk.get("attempts")).hasSize(2);
    JsonNode first = chunk.get("attempts").get(0).get("error");
    assertThat(first.get("message").stringValue()).contains("no_room");
    assertThat(first.get("stack").stringValue())
        .contains("DataIntegrityViolationException", "\n\tat dev.entente.", "\nCaused by: ");
    assertThat(chunk.get("attempts").get(1).get("error").isNull()).isTrue();
    JsonNode warning =
        lines(run, "")
            .valueStream()
            .filter(line -> line.get("logger").stringValue().endsWith("ChunkWork"))
            .findFirst()
            .orElseThrow();
    assertThat(warning.get("message").stringValue())
        .isEqualTo("chunk breaks off: run=%s chunk=0".formatted(run.get("id").stringValue()));
    assertThat(warning.get("level").stringValue()).isEqualTo("WARN");
    assertThat(warning.get("stack").stringValue()).contains("no_room", "\tat dev.entente.");
  }

  private static JsonNode part(JsonNode run) {
    return report(run).get("parts").path(0).isMissingNode()
        ? Api.JSON.readTree("{\"status\":\"\"}")
        : report(run).get("parts").get(0);
  }

  private static JsonNode lines(JsonNode run, String query) {
    return api.get("/api/runs/" + run.get("id").stringValue() + "/logs" + query)
        .json()
        .get("lines");
  }

  @Test
  void linesAreReadOnBehindTheLastOneThatIsKnown() {
    JsonNode run = api.run();
    Api.until(() -> texts(lines(run, ""), "message").toString().contains("run ends"));

    List<String> all = texts(lines(run, ""), "message");
    long first = lines(run, "?limit=1").get(0).get("id").longValue();
    List<String> rest = texts(lines(run, "?after=" + first), "message");

    assertThat(all).anyMatch(line -> line.startsWith("chunk done: "));
    assertThat(rest).isEqualTo(all.subList(1, all.size()));
    assertThat(all).doesNotHaveDuplicates();
  }

  @Test
  void runsAreFoundByKindAndStatus() {
    api.run();

    assertThat(api.get("/api/runs?kind=ALL&status=COMPLETED").json().get("runs")).isNotEmpty();
    assertThat(api.get("/api/runs?status=QUEUED&status=CANCELLED").json().get("runs")).isEmpty();
    assertThat(api.get("/api/runs?kind=SOME").json().get("runs")).isEmpty();
  }

  @Test
  void pausedFunctionStartsNothingUntilItIsResumed() {
    String path = "/api/functions/generate-matchings-some";

    JsonNode paused = api.post(path + "/pause").json();
    JsonNode still = api.post(path + "/pause").json();
    JsonNode resumed = api.post(path + "/resume").json();

    assertThat(List.of(paused.get("paused"), still.get("paused"), resumed.get("paused")))
        .map(JsonNode::booleanValue)
        .containsExactly(true, true, false);
    assertThat(texts(api.get("/api/functions").json().get("functions"), "id"))
        .contains("generate-matchings-daily", "generate-matchings-chunk");
    assertThat(Refusal.of(api.post("/api/functions/nothing/pause")).name())
        .isEqualTo("404 no-function");
  }
}
