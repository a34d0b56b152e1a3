package dev.entente.server;

import static dev.entente.testkit.CandidateJson.aCandidate;
import static dev.entente.testkit.PostingJson.aPosting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.testkit.GeminiBehaviour;
import dev.entente.testkit.GeminiStandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What the page of a run shows of its reasons.
class ReasonPagesDatabaseTest {
  private static final Duration TWO_MONTHS = Duration.ofDays(62);
  private static final String STOP = "/stop-reasons\"";

  private static String page(Api api, String run, String language) {
    return Api.send(
            api.request("/runs/" + run)
                .header("Accept", "text/html")
                .header("Accept-Language", language))
        .body();
  }

  private static String run(Api api) {
    return api.run().get("id").stringValue();
  }

  /// Kept for whoever wants to look at it.
  private static void keep(String page, String name) throws IOException {
    String style = Files.readString(Path.of("src/main/resources/static/style.css"));
    Files.writeString(
        Path.of("target", name), page.replace("</head>", "<style>" + style + "</style></head>"));
  }

  @Test
  void withoutAModelTemplatesAreNamed() {
    Api api = TestService.shared().api();
    String run = run(api);

    assertThat(page(api, run, "en")).contains("Templates write them").doesNotContain(STOP);
    assertThat(page(api, run, "fr")).contains("Des modèles de phrases les écrivent");
  }

  @Test
  void numbersAreShownInBothLanguagesUntilSomebodyStops() throws IOException {
    try (GeminiStandIn gemini = GeminiStandIn.start(ModelService.KEY, InstantSource.system());
        TestService service =
            ModelService.start(
                gemini,
                Map.of(
                    "GEMINI_TERMS", "unpaid-acknowledged",
                    "ENTENTE_REASONS_COST_PER_DAY", "5.00",
                    "ENTENTE_REASONS_CONCURRENCY", "1"))) {
      Api api = service.api();
      fill(service);
      gemini.script(GeminiBehaviour.inventedSkill("Kubernetes"));
      gemini.script(GeminiBehaviour.inventedSkill("Kubernetes"));
      gemini.script(GeminiBehaviour.success());
      gemini.otherwise(GeminiBehaviour.limited(Duration.ofSeconds(50), GeminiBehaviour.PER_MINUTE));
      String run = run(api);
      Api.until(() -> page(api, run, "en").contains("the provider asked for a pause"));

      String english = page(api, run, "en");
      String french = page(api, run, "fr");

      keep(english, "run-en.html");
      keep(french, "run-fr.html");
      assertThat(english)
          .contains("gemini-3.5-flash-lite (gemini), an AI")
          .contains("3 answered, 1 turned away as too fast")
          .contains("1 of 4 asked for")
          .contains("the text named a skill that the facts do not give")
          .contains("no limit for a run, 5.00 USD for a day")
          .contains("Gemini is used with an unpaid key")
          .contains("/runs/" + run + STOP);
      assertThat(french)
          .contains("gemini-3.5-flash-lite (gemini), une IA")
          .contains("3 avec réponse, 1 renvoyé faute de quota")
          .contains("1 sur 4 demandés")
          .contains("le fournisseur a demandé une pause")
          .contains("aucune limite pour une exécution, 5,00 USD pour un jour")
          .contains("Gemini est utilisé avec une clé gratuite");

      Api.Answer stopped = api.post("/runs/" + run + "/stop-reasons");

      assertThat(stopped.status()).isEqualTo(302);
      assertThat(page(api, run, "en"))
          .contains("The model is called no more: the run was stopped.")
          .doesNotContain(STOP);
    }
  }

  private static void fill(TestService service) {
    Api api = service.api();
    api.store(
        aCandidate("c")
            .with(
                "experiences",
                """
                [{"title":"Developer","domain":"backend","skills":["Java"],"from":"2026-01"}]"""));
    for (int i = 0; i < 3; i++) {
      api.store(aPosting("p-" + i).asking("Java", "Kafka"));
    }
    service.settle();
    ModelService.awaitEnd(service);
    service.clock.advance(TWO_MONTHS);
  }

  @Test
  void runThatNobodyKnowsIsNotStopped() {
    Api api = TestService.shared().api();

    assertThat(api.post("/runs/x/stop-reasons").status()).isEqualTo(404);
  }
}
