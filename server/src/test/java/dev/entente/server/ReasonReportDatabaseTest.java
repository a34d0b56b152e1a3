package dev.entente.server;

import static dev.entente.testkit.CandidateJson.aCandidate;
import static dev.entente.testkit.PostingJson.aPosting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.testkit.GeminiBehaviour;
import dev.entente.testkit.GeminiStandIn;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What operators see of reasons, and how they stop them.
class ReasonReportDatabaseTest {
  private static final Map<String, String> SETTINGS =
      Map.of(
          "ENTENTE_REASONS_PRICES", "gemini-3.5-flash-lite=1.00/10.00",
          "ENTENTE_REASONS_CURRENCY", "EUR",
          "ENTENTE_REASONS_COST_PER_DAY", "7.5",
          "ENTENTE_REASONS_CONCURRENCY", "1");
  private static final String DIGESTS =
      "SELECT count(*) FROM ranking WHERE list_digest IS NOT NULL AND model_reasons = 1";
  private static final Duration TWO_MONTHS = Duration.ofDays(62);

  private GeminiStandIn gemini;
  private TestService service;
  private Api api;

  @BeforeEach
  void open() throws IOException {
    gemini = GeminiStandIn.start(ModelService.KEY, InstantSource.system());
    service = ModelService.start(gemini, SETTINGS);
    api = service.api();
  }

  @AfterEach
  void close() {
    service.close();
    gemini.close();
  }

  /// Lists whose facts change with the months: a run two months later writes them anew.
  private void fill(int postings) {
    api.store(
        aCandidate("c")
            .with(
                "experiences",
                """
                [{"title":"Developer","domain":"backend","skills":["Java"],"from":"2026-01"}]"""));
    for (int i = 0; i < postings; i++) {
      api.store(aPosting("p-" + i).asking("Java", "Kafka"));
    }
    service.settle();
    ModelService.awaitEnd(service);
    service.clock.advance(TWO_MONTHS);
  }

  private JsonNode report(JsonNode run) {
    return api.get(path(run) + "/reasons").json();
  }

  private static String path(JsonNode run) {
    return "/api/runs/" + run.get("id").stringValue();
  }

  private JsonNode stop(JsonNode run) {
    return api.post(path(run) + "/stop-reasons").json();
  }

  @Test
  void runTellsWhatItsReasonsTook() {
    fill(2);

    JsonNode run = api.run();
    ModelService.awaitEnd(service);

    JsonNode report = report(run);
    assertThat(report.get("writer").get("provider").stringValue()).isEqualTo("gemini");
    assertThat(report.get("writer").get("model").stringValue()).startsWith("gemini-");
    assertThat(report.get("caution").isNull()).isTrue();
    assertThat(report.get("calls").toString()).isEqualTo("{\"ANSWERED\":2}");
    JsonNode tokens = report.get("tokens");
    long cost = tokens.get("input").longValue() + 10 * tokens.get("output").longValue();
    assertThat(report.get("cost").get("amount").decimalValue().movePointRight(6).longValueExact())
        .isEqualTo(cost)
        .isPositive();
    assertThat(report.get("cost").get("currency").stringValue()).isEqualTo("EUR");
    assertThat(report.get("texts").toString())
        .isEqualTo("{\"asked\":2,\"written\":2,\"kept\":0,\"fallbacks\":{}}");
    assertThat(report.get("awaitedPostings").intValue()).isZero();
    assertThat(report.get("stopped").booleanValue()).isFalse();
    assertThat(report.get("halt").isNull()).isTrue();
    assertThat(report.get("limits").get("day").toString())
        .isEqualTo("{\"tokens\":null,\"cost\":7.5}");
  }

  @Test
  void textsOfListsThatStayAreCountedAsKept() {
    fill(2);
    api.run();
    ModelService.awaitEnd(service);
    JsonNode written = api.run();
    JsonNode unwritten = api.run();

    assertThat(service.database().sql(DIGESTS).query(Integer.class).single()).isEqualTo(2);
    for (JsonNode run : List.of(written, unwritten)) {
      Api.until(() -> report(run).get("texts").get("kept").intValue() == 2);
      assertThat(report(run).get("texts").toString())
          .isEqualTo("{\"asked\":0,\"written\":0,\"kept\":2,\"fallbacks\":{}}");
    }
  }

  @Test
  void dayTellsWhatAllReasonsTook() {
    fill(2);
    api.run();
    ModelService.awaitEnd(service);

    JsonNode today = api.get("/api/reasons").json();

    assertThat(today.get("calls").toString()).isEqualTo("{\"ANSWERED\":2}");
    service.clock.advance(Duration.ofDays(1));
    assertThat(api.get("/api/reasons").json().get("calls")).isEmpty();
  }

  @Test
  void textsThatAreRefusedAreCountedByCause() {
    fill(1);
    gemini.otherwise(GeminiBehaviour.inventedSkill("Kubernetes"));

    JsonNode run = api.run();
    ModelService.awaitEnd(service);

    assertThat(report(run).get("texts").toString())
        .isEqualTo("{\"asked\":2,\"written\":0,\"kept\":0,\"fallbacks\":{\"UNKNOWN_SKILL\":1}}");
  }

  @Test
  void lastTimeACallIsMadeAgainIsTold() {
    fill(1);
    gemini.otherwise(GeminiBehaviour.limited(Duration.ofSeconds(50), GeminiBehaviour.PER_MINUTE));

    JsonNode run = api.run();
    Api.until(() -> !report(run).get("halt").isNull());

    JsonNode report = report(run);
    assertThat(report.get("halt").get("cause").stringValue()).isEqualTo("PAUSED");
    assertThat(report.get("halt").get("until").stringValue())
        .isEqualTo(service.clock.instant().plus(Duration.ofSeconds(50)).toString());
    assertThat(report.get("calls").toString()).isEqualTo("{\"RATE_LIMITED\":1}");
    assertThat(report.get("awaitedPostings").intValue()).isEqualTo(1);
  }

  @Test
  void nothingIsSpentForARunThatIsStopped() {
    fill(20);
    gemini.otherwise(GeminiBehaviour.success().after(Duration.ofMillis(300)));
    JsonNode run = api.run();
    Api.until(() -> report(run).get("texts").get("written").intValue() > 0);

    JsonNode stopped = stop(run);

    assertThat(stopped.get("stopped").booleanValue()).isTrue();
    assertThat(stopped.get("halt").toString()).isEqualTo("{\"cause\":\"STOPPED\",\"until\":null}");
    ModelService.awaitEnd(service);
    assertKept(run);
    assertThat(stop(run).get("texts")).isEqualTo(report(run).get("texts"));
  }

  @Test
  void nothingIsSpentForARunThatIsCancelled() {
    fill(20);
    gemini.otherwise(GeminiBehaviour.success().after(Duration.ofMillis(300)));
    JsonNode run = api.run();
    Api.until(() -> report(run).get("texts").get("written").intValue() > 0);

    // As if its last chunk had still been going on.
    service
        .database()
        .sql("UPDATE generation_run SET status = 'CANCELLED', error = 'x' WHERE id::text = :id")
        .param("id", run.get("id").stringValue())
        .update();

    ModelService.awaitEnd(service);
    assertThat(report(run).get("stopped").booleanValue()).isTrue();
    assertKept(run);
  }

  /// Some texts are the model's, and all others were left to templates.
  private void assertKept(JsonNode run) {
    JsonNode texts = report(run).get("texts");
    int written = texts.get("written").intValue();
    assertThat(written).isBetween(1, 10);
    assertThat(texts.get("fallbacks").toString())
        .isEqualTo("{\"STOPPED\":%d}".formatted(20 - written));
    assertThat(gemini.requests()).hasSizeLessThan(20 + 12);
    assertThat(api.get("/api/matching?jobPostingId=p-19&explain=false").json().get("matches"))
        .allSatisfy(match -> assertThat(match.get("aiReason").stringValue()).isNotEmpty());
  }

  @Test
  void runThatNobodyKnowsIsRefused() {
    for (String id : List.of(UUID.randomUUID().toString(), "x")) {
      assertThat(Refusal.of(api.get("/api/runs/" + id + "/reasons")).name())
          .isEqualTo("404 no-run");
      assertThat(Refusal.of(api.post("/api/runs/" + id + "/stop-reasons")).name())
          .isEqualTo("404 no-run");
    }
  }

  @Test
  void keyWhoseTermsNobodyDeclaredIsToldInTheReadersLanguage() {
    Map<String, String> undeclared =
        Map.of("GEMINI_API_KEY", ModelService.KEY, "GEMINI_BASE_URL", gemini.baseUrl());
    try (TestService other = TestService.explaining(undeclared)) {
      JsonNode english = other.api().get("/api/reasons").json();
      var french = other.api().request("/api/reasons").header("Accept-Language", "fr");

      assertThat(english.get("writer").isNull()).isTrue();
      assertThat(english.get("caution").stringValue()).contains("nothing is sent to Gemini");
      assertThat(Api.send(french).json().get("caution").stringValue())
          .contains("rien n’est envoyé à Gemini");
    }
  }

  @Test
  void logSaysAtTheStartWhoWritesReasons() {
    assertThat(logOf(Map.of())).contains("INFO").contains("reasons are written by: templates");
    assertThat(logOf(Map.of("GEMINI_API_KEY", "open-sesame")))
        .contains("WARN")
        .contains("reasons are written by: templates. GEMINI_TERMS is not set")
        .doesNotContain("open-sesame");
    Map<String, String> paid =
        Map.of(
            "GEMINI_API_KEY", "open-sesame",
            "GEMINI_TERMS", "paid",
            "GEMINI_BASE_URL", gemini.baseUrl());
    assertThat(logOf(paid)).contains("INFO").contains("reasons are written by: gemini gemini-");
  }

  private static String logOf(Map<String, String> settings) {
    String log = Log.during(() -> TestService.explaining(settings).close());
    return log.lines().filter(line -> line.contains("reasons are written by")).findFirst().get();
  }
}
