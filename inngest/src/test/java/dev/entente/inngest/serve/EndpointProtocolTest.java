package dev.entente.inngest.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.inngest.client.FakeServer;
import dev.entente.inngest.flow.Trigger;
import dev.entente.inngest.function.InngestFunction;
import dev.entente.inngest.json.Json;
import dev.entente.inngest.serve.CallScript.Reply;
import dev.entente.inngest.settings.Signatures;
import dev.entente.inngest.settings.SigningKey;
import dev.entente.testkit.SettableClock;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The endpoint as a whole: who is believed, what it tells, how it makes itself known.
class EndpointProtocolTest {
  private static final String KEY = "7468697320697320612074657374206b6579";
  private static final String FALLBACK = "signkey-prod-0123456789abcdef0123456789abcdef";
  private static final String EVENT_KEY = "s3cret-event-key";
  private static final String HASH =
      "ed30c63423735b44011c49a38c01a8062833420cfb299072e0263c986242556a";
  private static final String CALL =
      """
      {"ctx":{"run_id":"r-1","attempt":0},"event":{"name":"e","data":{}},"steps":{}}""";

  private static final InngestFunction FUNCTION =
      InngestFunction.withId("fn")
          .name("A function")
          .on(Trigger.event("test/started"))
          .onFailure((_, _) -> null)
          .runs((_, _) -> "done");

  private final SettableClock clock = new SettableClock(CallScript.NOW);
  private FakeServer server;

  @BeforeEach
  void start() throws IOException {
    server = FakeServer.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private ServeHandler cloud(String... more) {
    Map<String, String> environment = new HashMap<>();
    environment.put("INNGEST_SIGNING_KEY", KEY);
    environment.put("INNGEST_SIGNING_KEY_FALLBACK", FALLBACK);
    environment.put("INNGEST_EVENT_KEY", EVENT_KEY);
    environment.put("INNGEST_BASE_URL", server.url());
    for (int i = 0; i < more.length; i += 2) {
      environment.put(more[i], more[i + 1]);
    }
    return CallScript.handler(environment, _ -> List.of(), FUNCTION);
  }

  private static Reply send(ServeHandler handler, String request, String body, String... headers) {
    String[] parts = request.split(" ", 2);
    Map<String, List<String>> all = new HashMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      all.put(headers[i], List.of(headers[i + 1]));
    }
    var url = URI.create("https://app.test/api/inngest" + parts[1]);
    return Reply.of(handler.handle(ServeRequest.of(parts[0], url, all, body.getBytes(UTF_8))));
  }

  private Reply signed(ServeHandler handler, String request, String body, String... headers) {
    String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
    all[headers.length] = "X-Inngest-Signature";
    all[headers.length + 1] = signature(KEY, body);
    return send(handler, request, body, all);
  }

  private String signature(String key, String body) {
    SigningKey signing = SigningKey.of("key", key);
    return new Signatures(List.of(signing), clock).sign(signing, body.getBytes(UTF_8));
  }

  @Test
  void signedCallIsAnsweredAndTheAnswerSigned() {
    Reply reply = signed(cloud(), "POST ?fnId=app-fn&stepId=step", CALL);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.headers()).containsEntry("X-Inngest-Signature", signature(KEY, reply.text()));
  }

  @Test
  void callSignedWithTheFallbackIsAnsweredWithIt() {
    Reply reply =
        send(
            cloud(),
            "POST ?fnId=app-fn&stepId=step",
            CALL,
            "x-inngest-signature",
            signature(FALLBACK, CALL));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.headers())
        .containsEntry("X-Inngest-Signature", signature(FALLBACK, reply.text()));
  }

  @Test
  void unsignedCallIsRefused() {
    Reply reply = send(cloud(), "POST ?fnId=app-fn&stepId=step", CALL);

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.body().find("code").flatMap(Json::text)).contains("http_missing_header");
    assertThat(reply.headers())
        .containsKey("X-Inngest-SDK")
        .doesNotContainKey("X-Inngest-Signature");
  }

  @Test
  void callSignedForAnotherBodyIsRefused() {
    Reply reply =
        send(
            cloud(),
            "POST ?fnId=app-fn&stepId=step",
            CALL,
            "X-Inngest-Signature",
            signature(KEY, "{}"));

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.body().find("code").flatMap(Json::text)).contains("sig_verification_failed");
  }

  @Test
  void cloudModeWithoutAKeyAnswersNothing() {
    ServeHandler handler = CallScript.handler(Map.of(), _ -> List.of(), FUNCTION);

    for (String request : List.of("GET ", "PUT ", "POST ?fnId=app-fn", "POST ?probe=trust")) {
      Reply reply = send(handler, request, CALL);
      assertThat(reply.status()).as(request).isEqualTo(500);
      assertThat(reply.message()).contains("INNGEST_SIGNING_KEY").contains("INNGEST_DEV=1");
    }
  }

  @Test
  void devModeBelievesEverybody() {
    ServeHandler handler = cloud("INNGEST_DEV", "1");

    assertThat(send(handler, "POST ?fnId=app-fn", CALL).status()).isEqualTo(200);
    assertThat(send(handler, "POST ?probe=trust", "").status()).isEqualTo(200);
  }

  @Test
  void trustIsProbedWithoutAFunction() {
    assertThat(signed(cloud(), "POST ?probe=trust", "").status()).isEqualTo(200);
    assertThat(signed(cloud(), "POST ?probe=trust", "").headers())
        .containsKey("X-Inngest-Signature");
    assertThat(send(cloud(), "POST ?probe=trust", "").status()).isEqualTo(401);
    assertThat(signed(cloud(), "POST ?probe=other", "").status()).isEqualTo(400);
  }

  @Test
  void everybodyIsToldLittle() {
    Reply reply = send(cloud(), "GET ", "");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.text())
        .isEqualTo(
            """
            {"authentication_succeeded":null,\
            "capabilities":{"in_band_sync":"v1","trust_probe":"v1"},"function_count":2,\
            "has_event_key":true,"has_signing_key":true,"has_signing_key_fallback":true,\
            "mode":"cloud","schema_version":"2024-05-24"}""");
  }

  @Test
  void wrongSignatureIsToldSo() {
    assertThat(
            send(cloud(), "GET ", "", "X-Inngest-Signature", "t=1&s=2")
                .body()
                .members()
                .get("authentication_succeeded"))
        .isEqualTo(Json.of(false));
  }

  @Test
  void whoHasTheKeyIsToldMore() {
    Reply reply = signed(cloud("INNGEST_ENV", "branch"), "GET ", "");

    assertThat(reply.body().members())
        .containsEntry("authentication_succeeded", Json.of(true))
        .containsEntry("app_id", Json.of("app"))
        .containsEntry("env", Json.of("branch"))
        .containsEntry("api_origin", Json.of(server.url()))
        .containsEntry("event_api_origin", Json.of(server.url()))
        .containsEntry("framework", Json.of("test"))
        .containsEntry("sdk_language", Json.of("java"))
        .containsEntry("sdk_version", Json.of("0.1.0"))
        .containsEntry("serve_origin", Json.NULL)
        .containsEntry("signing_key_hash", Json.of(HASH.substring(0, 12)));
    assertThat(reply.text()).doesNotContain(HASH).doesNotContain(KEY).doesNotContain(EVENT_KEY);
  }

  @Test
  void unknownMethodIsNotAllowed() {
    Reply reply = send(cloud(), "DELETE ", "");

    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.headers()).containsEntry("Allow", "GET, PUT, POST");
  }

  @Test
  void syncRegistersTheFunctions() {
    server.answering(200, "{\"ok\":true,\"modified\":true}");

    Reply reply = send(cloud(), "PUT ?deployId=d%201&x=y", "{}", "X-Inngest-Server-Kind", "cloud");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.text()).isEqualTo("{\"message\":\"Successfully synced.\",\"modified\":true}");
    assertThat(reply.headers()).containsEntry("X-Inngest-Sync-Kind", "out_of_band");
    FakeServer.Asked asked = server.asked().getFirst();
    assertThat(asked.method() + " " + asked.url()).isEqualTo("POST /fn/register?deployId=d%201");
    assertThat(asked.header("Authorization")).contains("Bearer " + HASH);
    assertThat(asked.header("X-Inngest-Expected-Server-Kind")).contains("cloud");
    assertThat(asked.body().members())
        .containsEntry("url", Json.of("https://app.test/api/inngest?x=y"))
        .containsEntry("deployType", Json.of("ping"))
        .containsEntry("appName", Json.of("app"))
        .containsEntry("sdk", Json.of("entente-java:v0.1.0"))
        .containsEntry("v", Json.of("0.1"));
    assertThat(asked.body().find("functions").map(Json::toString).orElseThrow())
        .isEqualTo(
            """
            [{"id":"app-fn","name":"A function","triggers":[{"event":"test/started"}],\
            "steps":{"step":{"id":"step","name":"step","runtime":{"type":"http",\
            "url":"https://app.test/api/inngest?x=y&fnId=app-fn&stepId=step"},\
            "retries":{"attempts":4}}}},\
            {"id":"app-fn-failure","name":"A function (failure)",\
            "triggers":[{"event":"inngest/function.failed",\
            "expression":"event.data.function_id == 'app-fn'"}],\
            "steps":{"step":{"id":"step","name":"step","runtime":{"type":"http",\
            "url":"https://app.test/api/inngest?x=y&fnId=app-fn-failure&stepId=step"},\
            "retries":{"attempts":1}}}}]""");
  }

  @Test
  void syncTriesTheSecondKey() {
    server.answering(401, "{}").answering(200, "{\"modified\":false}");

    assertThat(send(cloud(), "PUT ", "{}").status()).isEqualTo(200);
    assertThat(server.asked())
        .extracting(asked -> asked.header("Authorization").orElseThrow())
        .containsExactly(
            "Bearer " + HASH,
            "Bearer signkey-prod-"
                + "223e0a160af9da0a03e6dd2c4719c56f5d66a633cbe84e78aaa9f3735865522a");
  }

  @Test
  void refusedSyncSaysWhatTheServerSays() {
    server.answering(400, "{\"error\":\"cron is wrong\"}");

    Reply reply = send(cloud(), "PUT ", "{}");

    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.message()).contains("400").contains("cron is wrong");
    assertThat(reply.body().members()).containsEntry("modified", Json.of(false));
  }

  @Test
  void unsignedSyncCanBeForbidden() {
    assertThat(send(cloud("INNGEST_ENABLE_UNAUTHED_SYNC", "0"), "PUT ", "{}").status())
        .isEqualTo(401);
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void serveOriginAndPathAreWhereTheServerComesBack() {
    server.answering(200, "{}");
    ServeHandler handler =
        cloud("INNGEST_SERVE_ORIGIN", "https://outside.test", "INNGEST_SERVE_PATH", "/hook");

    send(handler, "PUT ", "{}");

    assertThat(server.asked().getFirst().body().find("url"))
        .contains(Json.of("https://outside.test/hook"));
  }

  @Test
  void inBandSyncAnswersWithTheFunctions() {
    String body = "{\"url\":\"https://cloud.test/x?fnId=no\"}";

    Reply reply = signed(cloud(), "PUT ", body, "X-Inngest-Sync-Kind", "in_band");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.headers())
        .containsEntry("X-Inngest-Sync-Kind", "in_band")
        .containsKey("X-Inngest-Signature");
    assertThat(reply.body().members().keySet())
        .containsExactlyInAnyOrder(
            "app_id",
            "capabilities",
            "env",
            "framework",
            "functions",
            "inspection",
            "platform",
            "sdk_author",
            "sdk_language",
            "sdk_version",
            "sdk",
            "url");
    assertThat(reply.body().find("url")).contains(Json.of("https://cloud.test/x"));
    assertThat(reply.text())
        .contains("https://cloud.test/x?fnId=app-fn&stepId=step")
        .contains("\"authentication_succeeded\":true");
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void inBandSyncNeedsASignatureAndAnAddress() {
    String[] inBand = {"X-Inngest-Sync-Kind", "in_band"};

    assertThat(send(cloud(), "PUT ", "{}", inBand).status()).isEqualTo(401);
    for (String body : List.of("", "{}", "[]", "{\"url\":7}", "{\"url\":\"x\"}")) {
      assertThat(signed(cloud(), "PUT ", body, inBand).status()).as(body).isEqualTo(400);
    }
  }

  @Test
  void inBandSyncCanBeForbidden() {
    server.answering(200, "{}");

    Reply reply =
        signed(
            cloud("INNGEST_ALLOW_IN_BAND_SYNC", "false"),
            "PUT ",
            "{\"url\":\"https://cloud.test/x\"}",
            "X-Inngest-Sync-Kind",
            "in_band");

    assertThat(reply.headers()).containsEntry("X-Inngest-Sync-Kind", "out_of_band");
  }

  @Test
  void unknownFunctionIsTriedAgain() {
    Reply reply = signed(cloud(), "POST ?fnId=app-other", CALL);

    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.noRetry()).isEqualTo("false");
    assertThat(reply.message()).contains("app-other").contains("sync");
    assertThat(signed(cloud(), "POST ", CALL).status()).isEqualTo(500);
  }

  @Test
  void failureHandlerIsCalledUnderItsOwnId() {
    assertThat(signed(cloud(), "POST ?fnId=app-fn-failure", CALL).text()).isEqualTo("null");
  }

  @Test
  void bodyThatIsNoCallIsRefused() {
    for (String body :
        List.of(
            "",
            "x",
            "[]",
            "{}",
            "{\"ctx\":{}}",
            "{\"ctx\":{\"run_id\":\"r\"}}",
            "{\"ctx\":{\"run_id\":\"r\"},\"event\":{}}")) {
      Reply reply = signed(cloud(), "POST ?fnId=app-fn", body);
      assertThat(reply.status()).as(body).isEqualTo(400);
      assertThat(reply.message()).isNotEmpty();
    }
  }

  @Test
  void largeStateIsFetched() {
    server
        .answering(200, "[{\"name\":\"e\",\"data\":{\"n\":1}}]")
        .answering(200, "{\"" + CallScript.hash("one") + "\":{\"data\":41}}");
    ServeHandler handler =
        CallScript.handler(
            Map.of("INNGEST_SIGNING_KEY", KEY, "INNGEST_BASE_URL", server.url()),
            _ -> List.of(),
            InngestFunction.withId("fn")
                .runs(
                    (context, step) ->
                        step.run("one", Integer.class, () -> 0)
                            + context.event().data().find("n").orElseThrow().as(Integer.class)));

    Reply reply =
        signed(handler, "POST ?fnId=app-fn", "{\"ctx\":{\"run_id\":\"r/1\",\"use_api\":true}}");

    assertThat(reply.text()).isEqualTo("42");
    assertThat(server.asked())
        .extracting(asked -> asked.method() + " " + asked.url())
        .containsExactly("GET /v0/runs/r%2F1/batch", "GET /v0/runs/r%2F1/actions");
    assertThat(server.asked())
        .allSatisfy(
            asked ->
                assertThat(asked.header("Authorization")).isEqualTo(Optional.of("Bearer " + HASH)));
  }

  @Test
  void stateThatCannotBeFetchedIsTriedAgain() {
    server.answering(410, "{\"error\":\"run has ended\"}");

    Reply reply =
        signed(cloud(), "POST ?fnId=app-fn", "{\"ctx\":{\"run_id\":\"r\",\"use_api\":true}}");

    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.noRetry()).isEqualTo("false");
    assertThat(reply.message()).contains("410").contains("run has ended");
  }

  @Test
  void bodyOfEightMebibytesIsReadAndALargerOneNot() {
    ServeHandler handler = cloud("INNGEST_DEV", "1");
    String padding = "x".repeat(ServeHandler.LARGEST_BODY - CALL.length() - "\"p\":\"\",".length());
    String largest = CALL.replaceFirst("\\{", "{\"p\":\"" + padding + "\",");

    assertThat(largest).hasSize(ServeHandler.LARGEST_BODY);
    assertThat(send(handler, "POST ?fnId=app-fn", largest).status()).isEqualTo(200);
    Reply reply = send(handler, "POST ?fnId=app-fn", largest + " ");
    assertThat(reply.status()).isEqualTo(413);
    assertThat(reply.message()).contains("8 MiB").contains("8,388,608");
    assertThat(reply.noRetry()).isEqualTo("true");
  }
}
