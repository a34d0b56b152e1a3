package dev.entente.server;

import static dev.entente.server.doctor.State.BROKEN;
import static dev.entente.server.doctor.State.OK;
import static dev.entente.server.doctor.State.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.server.doctor.State;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Servers of models, played on loopback.
class DoctorModelTest {
  private static final String ANY = "/v1beta/models?pageSize=1";

  @TempDir private Path home;

  private PlayedServer server;

  @BeforeEach
  void play() throws IOException {
    server = new PlayedServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private DoctorRun gemini() {
    return new DoctorRun(home)
        .withSecret("GEMINI_API_KEY", "open-sesame")
        .with("GEMINI_BASE_URL", server.url() + "/v1beta/");
  }

  @ParameterizedTest
  @CsvSource({
    "200, OK, takes the key, accepte la clé",
    "400, BROKEN, refuses GEMINI_API_KEY, refuse GEMINI_API_KEY",
    "403, BROKEN, refuses GEMINI_API_KEY, refuse GEMINI_API_KEY",
    "404, BROKEN, has no model gemini-of-a-test for this key, n’a pas de modèle gemini-of-a-test",
    "429, WARNING, had enough, en a assez",
    "500, WARNING, status 500, statut 500"
  })
  void keyOfGeminiIsAskedFor(int status, String state, String english, String french) {
    server.on("GET " + ANY, 200, "{}");
    server.on("GET /v1beta/models/gemini-of-a-test", status, "{\"error\":\"open-sesame\"}");

    gemini()
        .with("GEMINI_MODEL", "gemini-of-a-test")
        .run()
        .says(State.valueOf(state), "gemini", english, french);

    assertThat(server.asked().getFirst().headers().get("X-goog-api-key"))
        .isEqualTo(List.of("open-sesame"));
    assertThat(server.asked()).allSatisfy(asked -> assertThat(asked.what()).startsWith("GET "));
    assertThat(server.asked().getFirst().what()).doesNotContain("open-sesame");
  }

  @Test
  void withoutAModelTheOneThatIsUsedIsAskedFor() {
    server.on("GET " + ANY, 200, "{}");

    gemini().run().says(BROKEN, "gemini", "Set GEMINI_MODEL", "Réglez GEMINI_MODEL");

    assertThat(server.asked().getFirst().what()).startsWith("GET /v1beta/models/gemini-");
  }

  @Test
  void addressWithoutGeminiIsTold() {
    gemini().run().says(BROKEN, "gemini", "Correct GEMINI_BASE_URL", "Corrigez GEMINI_BASE_URL");
  }

  @Test
  void geminiThatIsNotReachedIsTold() throws IOException {
    gemini()
        .with("GEMINI_BASE_URL", PlayedServer.deadUrl())
        .run()
        .says(WARNING, "gemini", "is not reached", "n’est pas joint");
  }

  @Test
  void termsOfTheKeyAreTold() {
    gemini()
        .run()
        .says(WARNING, "gemini.terms", "nothing is sent to Gemini", "rien n’est envoyé à Gemini");
    gemini()
        .with("GEMINI_TERMS", "unpaid-acknowledged")
        .run()
        .says(WARNING, "gemini.terms", "the EEA, Switzerland", "l’EEE, en Suisse");
    assertThat(gemini().with("GEMINI_TERMS", "paid").run().english())
        .doesNotContainKey("gemini.terms");
  }

  @Test
  void geminiThatAnotherProviderReplacesIsNotAsked() {
    gemini()
        .with("ENTENTE_REASONS_PROVIDER", "none")
        .run()
        .says(OK, "gemini", "ENTENTE_REASONS_PROVIDER is none", "vaut none");

    assertThat(server.asked()).isEmpty();
  }

  private DoctorRun openAi() {
    return new DoctorRun(home)
        .with("ENTENTE_REASONS_PROVIDER", "openai")
        .with("ENTENTE_REASONS_MODEL", "large")
        .withSecret("ENTENTE_REASONS_API_KEY", "open-sesame")
        .with("ENTENTE_REASONS_BASE_URL", server.url() + "/v1");
  }

  @ParameterizedTest
  @CsvSource({
    "200, '{\"data\":[{\"id\":\"large\"}]}', OK, has large, a large",
    "200, '{\"data\":[{\"id\":\"small\"}]}', WARNING, does not list large, ne cite pas large",
    "200, '<html>', WARNING, cannot be read, illisible",
    "200, '{\"data\":{}}', WARNING, cannot be read, illisible",
    "401, '', BROKEN, refuses ENTENTE_REASONS_API_KEY, refuse ENTENTE_REASONS_API_KEY",
    "404, '', WARNING, no interface of openai, pas l’interface de openai",
    "429, '', WARNING, had enough, en a assez",
    "503, '', WARNING, status 503, statut 503"
  })
  void serverLikeOpenAisIsAskedForItsModels(
      int status, String body, String state, String english, String french) {
    server.on("GET /v1/models", status, body);

    openAi().run().says(State.valueOf(state), "model", english, french);

    assertThat(server.asked().getFirst().headers().get("Authorization"))
        .isEqualTo(List.of("Bearer open-sesame"));
  }

  @ParameterizedTest
  @CsvSource({
    "llama3.1:8b, OK, has llama3.1:8b, a llama3.1:8b",
    "mistral, OK, has mistral, a mistral",
    "llama3.1, BROKEN, ollama pull llama3.1, ollama pull llama3.1"
  })
  void ollamaIsAskedForItsModels(String model, String state, String english, String french) {
    server.on(
        "GET /api/tags",
        200,
        "{\"models\":[{\"name\":\"llama3.1:8b\"},{\"name\":\"mistral:latest\"}]}");

    new DoctorRun(home)
        .with("ENTENTE_REASONS_PROVIDER", "ollama")
        .with("ENTENTE_REASONS_MODEL", model)
        .with("ENTENTE_REASONS_BASE_URL", server.url())
        .run()
        .says(State.valueOf(state), "model", english, french);
  }

  @Test
  void serverOfModelsThatIsNotReachedIsTold() throws IOException {
    openAi()
        .with("ENTENTE_REASONS_BASE_URL", PlayedServer.deadUrl())
        .run()
        .says(WARNING, "model", "is not reached", "n’est pas joint");
  }

  @Test
  void whatTheServiceWouldRefuseIsBroken() {
    new DoctorRun(home)
        .with("ENTENTE_REASONS_PROVIDER", "openai")
        .run()
        .says(BROKEN, "settings.together", "ENTENTE_REASONS_MODEL must be set", "must be set");
    openAi()
        .with("ENTENTE_REASONS_BASE_URL", "http://models.example.org/v1")
        .run()
        .says(BROKEN, "settings.together", "ENTENTE_REASONS_BASE_URL", "ENTENTE_REASONS_BASE_URL");
  }
}
