package dev.entente.server;

import static dev.entente.testkit.CandidateJson.aCandidate;
import static dev.entente.testkit.PostingJson.aPosting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.testkit.GeminiBehaviour;
import dev.entente.testkit.GeminiStandIn;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Reasons that a model writes behind the lists, through the real client and the real wire format.
class ModelReasonsDatabaseTest {
  private static final String KEY = "open-sesame";
  private static final int PEOPLE = 60;
  private static final int PLACES = 50;

  private GeminiStandIn gemini;
  private TestService service;
  private Api api;

  @BeforeEach
  void start() throws IOException {
    gemini = GeminiStandIn.start(KEY, InstantSource.system());
    service = TestService.explaining(settings(Map.of()));
    api = service.api();
  }

  private Map<String, String> settings(Map<String, String> more) {
    Map<String, String> settings = new HashMap<>();
    settings.put("GEMINI_API_KEY", KEY);
    settings.put("GEMINI_BASE_URL", gemini.baseUrl());
    settings.put("GEMINI_TERMS", "paid");
    settings.put("ENTENTE_REASONS_REQUESTS_PER_MINUTE", "10000");
    settings.put("ENTENTE_REASONS_TOKENS_PER_MINUTE", "100000000");
    settings.putAll(more);
    return settings;
  }

  @AfterEach
  void end() {
    service.close();
    gemini.close();
  }

  @Test
  void aModelWritesBehindTheTemplates() {
    fill();

    List<JsonNode> matches = awaitModel("p", PLACES);

    assertThat(matches)
        .allSatisfy(
            match -> {
              assertThat(match.get("aiReason").stringValue()).contains("The candidate shows");
              assertThat(match.get("aiReasonModel").stringValue()).startsWith("gemini-");
            });
    assertThat(gemini.requests()).hasSizeLessThan(10);
    Api.until(() -> requests() == 0);
  }

  private void fill() {
    for (int i = 0; i < PEOPLE; i++) {
      api.store(
          aCandidate("c-%02d".formatted(i))
              .knowing("Java", i % 2 == 0 ? "SQL" : "Kafka")
              .tested(i, 50));
    }
    api.store(aPosting("p").asking("Java", "SQL", "Kafka"));
    service.settle();
  }

  @Test
  void theNextNightAsksForNothingThoughMeansMoved() {
    fill();
    awaitModel("p", PLACES);
    api.run();
    int before = gemini.requests().size();

    NightData.move(api, 0);
    service.clock.advance(Duration.ofHours(1));
    api.run();
    service.settle();

    assertThat(awaitModel("p", PLACES)).hasSize(PLACES);
    assertThat(gemini.requests()).hasSize(before);
  }

  @Test
  void whatTheModelInventsIsNotStored() {
    gemini.otherwise(GeminiBehaviour.inventedSkill("Kubernetes"));
    fill();

    Api.until(() -> requests() == 0);

    assertThat(matches("p"))
        .allSatisfy(match -> assertThat(source(match)).isEqualTo("TEMPLATE"))
        .allSatisfy(
            match -> assertThat(match.get("aiReason").stringValue()).doesNotContain("Kubernetes"));
  }

  @Test
  void aReasonThatIsFlaggedGivesWayToTheTemplateForGood() {
    fill();
    JsonNode first = awaitModel("p", PLACES).getFirst();
    String flag = "/api/matching/" + first.get("id").stringValue() + "/flag-reason";

    JsonNode flagged = api.post(flag, "application/json", "").json();

    assertThat(source(flagged)).isEqualTo("TEMPLATE");
    assertThat(flagged.get("aiReason")).isNotEqualTo(first.get("aiReason"));
    assertThat(Refusal.of(api.post(flag, "application/json", "")).type())
        .isEqualTo("reason-by-template");
    api.run();
    service.settle();
    assertThat(matches("p").getFirst().get("aiReason")).isEqualTo(flagged.get("aiReason"));
  }

  private long requests() {
    return service.database().sql("SELECT count(*) FROM reason_request").query(Long.class).single();
  }

  private List<JsonNode> awaitModel(String posting, int count) {
    Api.until(
        () ->
            matches(posting).stream().filter(one -> source(one).equals("GEMINI")).count() >= count);
    return matches(posting);
  }

  private static String source(JsonNode match) {
    return match.get("aiReasonSource").stringValue();
  }

  private List<JsonNode> matches(String posting) {
    List<JsonNode> matches = new ArrayList<>();
    api.get("/api/matching?explain=false&jobPostingId=" + posting)
        .json()
        .get("matches")
        .forEach(matches::add);
    return matches;
  }
}
