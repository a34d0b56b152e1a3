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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Reasons that a model writes behind the lists, through the real client and the real wire format.
class ModelReasonsDatabaseTest {
  private static final int PEOPLE = 60;
  private static final int PLACES = 50;

  private GeminiStandIn gemini;
  private TestService service;
  private Api api;

  @BeforeEach
  void start() throws IOException {
    gemini = GeminiStandIn.start(ModelService.KEY, InstantSource.system());
    service = ModelService.start(gemini, Map.of());
    api = service.api();
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
    ModelService.awaitEnd(service);
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

    ModelService.awaitEnd(service);

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
