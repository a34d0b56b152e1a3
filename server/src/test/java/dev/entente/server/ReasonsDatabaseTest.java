package dev.entente.server;

import static dev.entente.testkit.CandidateJson.aCandidate;
import static dev.entente.testkit.PostingJson.aPosting;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Reasons beside scores, written by templates.
class ReasonsDatabaseTest {
  private final TestService service = TestService.shared();
  private final Api api = service.api();

  @Test
  void eachMatchingHasAReasonAtOnce() {
    api.store(aCandidate("c").knowing("Java", "SQL").tested(90));
    api.store(aPosting("p").asking("Java", "SQL", "Kafka"));
    service.settle();

    JsonNode match = match("p");

    assertThat(match.get("aiReason").stringValue()).contains("Java").contains("Kafka");
    assertThat(match.get("aiReasonSource").stringValue()).isEqualTo("TEMPLATE");
    assertThat(match.get("aiReasonLanguage").stringValue()).isEqualTo("en");
    assertThat(match.get("aiReasonModel").isNull()).isTrue();
  }

  @Test
  void aReasonStaysWhileItsFactsDoThoughScoresMove() {
    api.store(aCandidate("c").knowing("Java").tested(90));
    api.store(aPosting("p").asking("Java"));
    api.run();
    JsonNode before = match("p");

    service.clock.advance(Duration.ofHours(1));
    NightData.move(api, 0);
    api.run();

    JsonNode after = match("p");
    assertThat(after.get("matchScore")).isNotEqualTo(before.get("matchScore"));
    assertThat(after.get("aiReasonAt")).isEqualTo(before.get("aiReasonAt"));
  }

  @Test
  void otherFactsAreToldAtOnce() {
    api.store(aCandidate("c").knowing("Java").tested(90));
    api.store(aPosting("p").asking("Java", "SQL"));
    service.settle();
    String before = match("p").get("aiReason").stringValue();

    api.store(aCandidate("c").knowing("Java", "SQL").tested(90));
    service.settle();

    assertThat(match("p").get("aiReason").stringValue()).isNotEqualTo(before);
  }

  @Test
  void companiesHaveTheirLanguages() {
    try (TestService french =
        TestService.explaining(
            Map.of("ENTENTE_REASONS_LANGUAGE", "fr", "ENTENTE_REASONS_LANGUAGES", "globex=en"))) {
      Api own = french.api();
      own.store(aCandidate("c").knowing("Java"));
      own.store(aPosting("p").asking("Java"));
      own.store(aPosting("q").of("globex").asking("Java"));
      french.settle();

      assertThat(match(own, "p").get("aiReasonLanguage").stringValue()).isEqualTo("fr");
      assertThat(match(own, "q").get("aiReasonLanguage").stringValue()).isEqualTo("en");
    }
  }

  private JsonNode match(String posting) {
    return match(api, posting);
  }

  private static JsonNode match(Api api, String posting) {
    return api.get("/api/matching?jobPostingId=" + posting).json().get("matches").get(0);
  }
}
