package dev.entente.server;

import static dev.entente.server.doctor.State.BROKEN;
import static dev.entente.server.doctor.State.OK;
import static dev.entente.server.doctor.State.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.inngest.flow.Trigger;
import dev.entente.inngest.function.InngestFunction;
import dev.entente.server.runs.NightSchedule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Servers of Inngest, played on loopback.
class DoctorInngestTest {
  private static final String FUNCTIONS = "GET /v2/apps/entente/functions?limit=100";
  private static final String KEY = "signkey-test-0123456789abcdef";
  private static final String EVENT_KEY = "event-key-of-a-test";

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

  private DoctorRun signed() {
    return new DoctorRun(home)
        .withSecret("INNGEST_SIGNING_KEY", KEY)
        .hiding("0123456789abcdef")
        .withSecret("INNGEST_EVENT_KEY", EVENT_KEY)
        .with("INNGEST_BASE_URL", server.url());
  }

  private PlayedServer synced() {
    return server.on(FUNCTIONS, 200, rest()).on("POST /e/" + EVENT_KEY, 200, "{\"ids\":[\"\"]}");
  }

  private static String rest() {
    return DeclaredFunctions.of(NightSchedule.USUAL).stream()
        .map(DoctorInngestTest::rest)
        .collect(Collectors.joining(",", "{\"data\":[", "],\"metadata\":{}}"));
  }

  private static String rest(InngestFunction function) {
    return """
    {"id":"%s","name":"%s","slug":"%s","app":{"id":"entente"},"triggers":[%s],
     "configuration":{"retries":{"value":%d,"isDefault":true}}}"""
        .formatted(
            function.id(),
            function.name(),
            function.id(),
            triggers(function, "if"),
            function.retries());
  }

  private static String triggers(InngestFunction function, String condition) {
    return function.triggers().stream()
        .map(
            trigger ->
                switch (trigger) {
                  case Trigger.Cron cron ->
                      "{\"type\":\"CRON\",\"value\":\"%s\"}".formatted(cron.text());
                  case Trigger.OnEvent event ->
                      "{\"type\":\"EVENT\",\"value\":\"%s\"%s}"
                          .formatted(
                              event.name(),
                              event
                                  .expression()
                                  .map(text -> ",\"%s\":\"%s\"".formatted(condition, text))
                                  .orElse(""));
                })
        .collect(Collectors.joining(","));
  }

  @Test
  void appThatIsSyncedIsFine() {
    synced();

    DoctorRun.Told told = signed().run();

    assertThat(told.exitCode()).isZero();
    told.says(OK, "inngest.functions", "as in this version", "cette version");
    told.says(OK, "inngest.server", server.url(), "est joint");
    told.says(OK, "inngest.events", "events are taken", "acceptés");
    told.says(OK, "inngest.keys", "right shape", "bonne forme");
    told.says(OK, "clock", "127.0.0.1", "127.0.0.1");
    assertThat(server.asked())
        .filteredOn(asked -> asked.what().equals(FUNCTIONS))
        .isNotEmpty()
        .allSatisfy(
            asked ->
                assertThat(asked.headers().getOrDefault("Authorization", List.of("")).getFirst())
                    .startsWith("Bearer signkey-test-")
                    .doesNotContain("0123456789abcdef"));
    assertThat(server.asked())
        .filteredOn(asked -> asked.what().startsWith("POST"))
        .allSatisfy(asked -> assertThat(asked.body()).isEqualTo("[]"));
  }

  @Test
  void serverThatIsDownIsTold() throws IOException {
    DoctorRun.Told told =
        signed()
            .with("INNGEST_BASE_URL", PlayedServer.deadUrl())
            .with("INNGEST_EVENT_API_BASE_URL", PlayedServer.deadUrl())
            .run();

    told.says(BROKEN, "inngest.server", "nobody listens there", "personne n’écoute");
    told.says(BROKEN, "inngest.events", "not reached", "n’est pas joint");
  }

  @Test
  void keyThatIsRefusedIsTold() {
    synced().on(FUNCTIONS, 401, "{}").on("POST /e/" + EVENT_KEY, 401, "{}");

    DoctorRun.Told told = signed().run();

    told.says(
        BROKEN, "inngest.server", "refuses INNGEST_SIGNING_KEY", "refuse INNGEST_SIGNING_KEY");
  }

  @Test
  void eventKeyThatIsRefusedIsTold() {
    synced().on("POST /e/" + EVENT_KEY, 401, "{}");

    signed()
        .run()
        .says(BROKEN, "inngest.events", "refuses INNGEST_EVENT_KEY", "refuse INNGEST_EVENT_KEY");
  }

  @Test
  void appThatIsNotSyncedIsTold() {
    synced().on(FUNCTIONS, 200, "{\"metadata\":{}}");

    signed().run().says(BROKEN, "inngest.functions", "is not synced", "n’y est pas synchronisée");
  }

  @Test
  void functionThatIsOtherIsTold() {
    synced().on(FUNCTIONS, 200, rest().replace("0 0 * * *", "0 1 * * *"));

    signed()
        .run()
        .says(
            BROKEN,
            "inngest.functions",
            "other ones there than in this version (name, triggers or retries):"
                + " generate-matchings-daily",
            "sont autres");
  }

  @Test
  void functionThatIsMissingAndFunctionThatIsForeignAreTold() {
    synced().on(FUNCTIONS, 200, rest().replace("generate-matchings-daily", "former-night"));

    DoctorRun.Told told = signed().run();

    told.says(BROKEN, "inngest.functions", "missing there: generate-matchings-daily", "manquent");
    told.says(BROKEN, "inngest.functions", "has not: former-night", "former-night");
  }

  @Test
  void functionThatIsPausedIsTold() {
    synced().on(FUNCTIONS, 200, rest().replaceFirst("\"name\"", "\"isPaused\":true,\"name\""));

    signed().run().says(WARNING, "inngest.functions", "are paused there", "en pause");
  }

  @Test
  void olderServerIsAskedAsItsPagesDo() {
    String graph =
        DeclaredFunctions.of(NightSchedule.USUAL).stream()
            .map(
                function ->
                    """
                    {"slug":"entente-%s","name":"%s","triggers":[%s],
                     "configuration":{"retries":{"value":%d}}}"""
                        .formatted(
                            function.id(),
                            function.name(),
                            triggers(function, "condition"),
                            function.retries()))
            .collect(Collectors.joining(",", "{\"data\":{\"functions\":[", "]}}"));
    synced().on(FUNCTIONS, 200, "<!doctype html>").on("POST /v0/gql", 200, graph);

    signed().run().says(OK, "inngest.functions", "as in this version", "cette version");
  }

  @Test
  void serverThatDoesNotTellItsFunctionsIsSaidHonestly() {
    synced().on(FUNCTIONS, 404, "");

    signed().run().says(WARNING, "inngest.functions", "could not be checked", "pu vérifier");
  }

  @Test
  void devServerNeedsNoKey() {
    server.on(FUNCTIONS, 200, rest()).on("POST /e/NO_EVENT_KEY_SET", 200, "{}");

    DoctorRun.Told told = new DoctorRun(home).with("INNGEST_DEV", server.url()).run();

    assertThat(told.exitCode()).isZero();
    told.says(OK, "inngest.keys", "dev mode", "mode développement");
    told.says(OK, "inngest.functions", "as in this version", "cette version");
  }

  @Test
  void missingEventKeyIsTold() {
    synced().on("POST /e/NO_EVENT_KEY_SET", 401, "{}");

    signed()
        .with("INNGEST_EVENT_KEY", "")
        .run()
        .says(WARNING, "inngest.keys", "INNGEST_EVENT_KEY is not set", "n’est pas réglé");
  }

  @Test
  void embeddedEngineAsksNobody() {
    signed()
        .with("ENTENTE_ENGINE", "embedded")
        .run()
        .says(OK, "inngest", "not used", "pas utilisé");

    assertThat(server.asked()).isEmpty();
  }
}
