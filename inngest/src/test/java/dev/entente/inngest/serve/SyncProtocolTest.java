package dev.entente.inngest.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.inngest.client.FakeServer;
import dev.entente.inngest.json.Json;
import dev.entente.inngest.serve.CallScript.Reply;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How an app makes its functions known.
class SyncProtocolTest extends EndpointCase {
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
    server.answering(400, "{\"error\":\"cron is wrong, " + HASH + "\"}");

    Reply reply = send(cloud(), "PUT ", "{}");

    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.message()).contains("400").contains("cron is wrong").doesNotContain(HASH);
    assertThat(reply.body().members()).containsEntry("modified", Json.of(false));
  }

  @Test
  void answerOfAnotherServerIsNoSuccess() {
    for (String answer : List.of("<html>login</html>", "", "{\"ok\":false}")) {
      server.answering(200, answer);

      Reply reply = send(cloud(), "PUT ", "{}");

      assertThat(reply.status()).as(answer).isEqualTo(500);
      assertThat(reply.message()).contains("INNGEST_BASE_URL");
      server.forget();
    }
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

    Reply unsigned = send(cloud(), "PUT ", "{}", inBand);
    assertThat(unsigned.status()).isEqualTo(401);
    assertThat(unsigned.headers()).containsEntry("X-Inngest-Sync-Kind", "in_band");
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
}
