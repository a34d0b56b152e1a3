package dev.entente.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.entente.cli.settings.Settings;
import dev.entente.cli.terminal.CommandFailure;
import dev.entente.cli.terminal.Messages;
import dev.entente.inngest.settings.Signatures;
import dev.entente.inngest.settings.SigningKey;
import dev.entente.testkit.SettableClock;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The service as an Inngest server sees it.
class InngestDatabaseTest {
  private static final String KEY = "0123456789abcdef0123456789abcdef";
  private static final String SIGNING_KEY = "7468697320697320612074657374206b6579";
  private static final String CALL =
      "/api/inngest?fnId=entente-generate-matchings-daily&stepId=step";

  private static TestService service;

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    service = TestService.keyed(KEY, Map.of("INNGEST_SIGNING_KEY", SIGNING_KEY));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static Api.Answer call(String steps) {
    String body =
        """
        {"ctx":{"run_id":"01J","attempt":0,"max_attempts":5},
         "event":{"name":"matching/generation.requested","data":{}},"steps":%s}"""
            .formatted(steps);
    return signed("POST", CALL, body);
  }

  private static Api.Answer signed(String method, String path, String body) {
    SigningKey key = SigningKey.of("key", SIGNING_KEY);
    String signature =
        new Signatures(List.of(key), new SettableClock(TestService.NOW))
            .sign(key, body.getBytes(UTF_8));
    HttpRequest.Builder request =
        service
            .api()
            .request(path)
            .header("X-Inngest-Signature", signature)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body));
    return Api.send(request);
  }

  @Test
  void nightStartsARunAndGivesItsId() {
    JsonNode operation = call("{}").json().get(0);

    assertThat(operation.get("op").stringValue()).isEqualTo("StepRun");
    assertThat(operation.get("displayName").stringValue()).isEqualTo("open-run");
    String run = operation.get("data").get("run").stringValue();
    assertThat(
            service
                .database()
                .sql("SELECT started_by FROM generation_run WHERE id::text = :id")
                .param("id", run)
                .query(String.class)
                .single())
        .isEqualTo("EVENT");
    assertThat(call("{}").json().get(0).get("data").get("run").stringValue()).isEqualTo(run);
  }

  @Test
  void functionIsToldToTheServer() {
    Api.Answer answer = signed("GET", "/api/inngest", "");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("authentication_succeeded").booleanValue()).isTrue();
    assertThat(answer.json().get("app_id").stringValue()).isEqualTo("entente");
    assertThat(answer.json().get("function_count").intValue()).isEqualTo(5);
    assertThat(answer.body()).doesNotContain(SIGNING_KEY);
  }

  @Test
  void functionsAreRegisteredAtTheStart() throws Exception {
    var asked = new LinkedBlockingQueue<String>();
    HttpServer inngest =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    inngest.createContext(
        "/fn/register",
        exchange -> {
          asked.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          byte[] answer = "{\"ok\":true,\"modified\":true}".getBytes(UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    inngest.start();
    String origin = "http://127.0.0.1:" + inngest.getAddress().getPort();
    try (TestService _ =
        TestService.keyed(
            KEY, Map.of("INNGEST_SIGNING_KEY", SIGNING_KEY, "INNGEST_BASE_URL", origin))) {
      String registration = asked.poll(20, TimeUnit.SECONDS);

      assertThat(registration)
          .contains("entente-generate-matchings-daily", "/api/inngest?fnId=")
          .contains("Générer les matchings quotidiennement");
    } finally {
      inngest.stop(0);
    }
  }

  @Test
  void whoHasNeitherKeyIsToldLittleAndCallsNothing() {
    assertThat(service.api().get("/api/inngest").json().has("app_id")).isFalse();
    Api.Answer answer = service.api().post(CALL, "application/json", "{}");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.json().get("code").stringValue()).isEqualTo("http_missing_header");
  }

  @Test
  void otherMethodsAndLargeBodiesAreAnsweredByTheProtocol() {
    assertThat(service.api().delete("/api/inngest").json().get("code").stringValue())
        .isEqualTo("method_not_allowed");
    Api.Answer large = service.api().post(CALL, "application/json", "x".repeat((8 << 20) + 1));
    assertThat(large.status()).isEqualTo(413);
    assertThat(large.body()).contains("8 MiB");
  }

  @Test
  void formIsReadByteByByteToo() {
    Api.Answer answer =
        service.api().post(CALL, "application/x-www-form-urlencoded", "a=b&fnId=other");

    assertThat(answer.json().get("code").stringValue()).isEqualTo("http_missing_header");
  }

  private static Api.Answer keyed(String method, String path, String language) {
    return Api.send(
        service
            .api()
            .request(path)
            .header("Authorization", "Bearer " + KEY)
            .header("Accept-Language", language)
            .method(method, BodyPublishers.noBody()));
  }

  @Test
  void reportOfARunSaysWhereItsStepsAre() {
    String run = call("{}").json().get(0).get("data").get("run").stringValue();

    JsonNode report = keyed("GET", "/api/runs/" + run, "en").json();

    assertThat(report.get("steps").isNull()).isTrue();
    assertThat(report.get("parts")).isEmpty();
    assertThat(report.get("engine").get("name").stringValue()).isEqualTo("inngest");
    assertThat(report.get("engine").get("where").stringValue())
        .isEqualTo(
            "Look for the run 01J in Inngest’s dashboard, https://app.inngest.com/env/production/runs.");
    assertThat(
            keyed("GET", "/api/runs/" + run, "fr").json().get("engine").get("where").stringValue())
        .startsWith("Cherchez l’exécution 01J");
  }

  @Test
  void whatTheServerDoesItselfIsRefusedWithTheWayToDoItThere() {
    String run = call("{}").json().get(0).get("data").get("run").stringValue();
    Api.Answer logs = keyed("GET", "/api/runs/" + run + "/logs", "en");
    Api.Answer pause = keyed("POST", "/api/functions/generate-matchings-daily/pause", "fr");

    assertThat(Refusal.of(logs).name()).isEqualTo("409 engine-cannot");
    assertThat(logs.json().get("detail").stringValue())
        .contains("entente.log", "https://app.inngest.com/env/production/runs");
    assertThat(Refusal.of(pause).name()).isEqualTo("409 engine-cannot");
    assertThat(pause.json().get("detail").stringValue())
        .contains("mettre en pause", "https://app.inngest.com/env/production/functions");
    assertThat(
            List.of(
                Refusal.of(keyed("GET", "/api/functions", "en")).name(),
                Refusal.of(keyed("POST", "/api/functions/x/resume", "en")).name()))
        .containsOnly("409 engine-cannot");
  }

  @Test
  void runIsCancelledInTheLedgerWhichItsNextStepFindsOut() {
    String run = call("{}").json().get(0).get("data").get("run").stringValue();

    JsonNode cancelled = keyed("POST", "/api/runs/" + run + "/cancel", "en").json();

    assertThat(cancelled.get("status").stringValue()).isEqualTo("CANCELLED");
    assertThat(keyed("GET", "/api/runs/" + run + "/events", "en").body())
        .contains("event:progress", "event:end");
    assertThat(call("{}").json().get(0).get("data").hasNonNull("run")).isFalse();
    service.database().sql("DELETE FROM generation_run").update();
  }

  @Test
  void withoutInngestTheRouteSaysHowToSwitchItOn() {
    Api.Answer answer = TestService.shared().api().get("/api/inngest");

    assertThat(Refusal.of(answer).name()).isEqualTo("409 inngest-is-off");
    assertThat(answer.body()).contains("INNGEST_SIGNING_KEY").contains("INNGEST_DEV=1");
  }

  @Test
  void devModeBeyondThisMachineIsRefusedAtTheStart() {
    assertThatThrownBy(() -> options(Map.of("INNGEST_DEV", "1", "ENTENTE_API_KEY", KEY)))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("ENTENTE_ADDRESS=127.0.0.1");
    assertThat(options(Map.of("INNGEST_DEV", "1")).engine().inngest().isOpen()).isTrue();
    assertThat(
            options(
                    Map.of(
                        "INNGEST_DEV", "1",
                        "ENTENTE_API_KEY", KEY,
                        "ENTENTE_ADDRESS", "127.0.0.1"))
                .engine()
                .inngest()
                .isOpen())
        .isTrue();
  }

  @Test
  void wrongSettingIsNamedAndNotShown() {
    assertThatThrownBy(() -> options(Map.of("INNGEST_SIGNING_KEY", "s3cret")))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("INNGEST_SIGNING_KEY is no signing key")
        .hasMessageNotContaining("s3cret");
  }

  private ServiceOptions options(Map<String, String> variables) {
    Map<String, String> environment = new HashMap<>(variables);
    environment.put("ENTENTE_HOME", folder.toString());
    return ServiceOptions.of(0, Settings.load(environment), Messages.of(Map.of("LANG", "en")));
  }
}
