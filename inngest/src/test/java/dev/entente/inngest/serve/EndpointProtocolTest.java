package dev.entente.inngest.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.inngest.function.InngestFunction;
import dev.entente.inngest.function.Invocation;
import dev.entente.inngest.json.Json;
import dev.entente.inngest.serve.CallScript.Reply;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The endpoint as a whole: who is believed, what it tells, how it makes itself known.
class EndpointProtocolTest extends EndpointCase {
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
  void bodyWithoutACanonicalFormIsRefusedAsAnyOther() {
    String body = "[" + "9".repeat(400) + "]";

    Reply reply = send(cloud(), "POST ", body, "X-Inngest-Signature", signature(KEY, "{}"));

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.headers()).containsKey("X-Inngest-SDK");
  }

  @Test
  void stepsThatAreNoObjectAreNotTakenForNone() {
    for (String steps : List.of("[]", "\"x\"", "5", "true")) {
      String call = CALL.replace("\"steps\":{}", "\"steps\":" + steps);

      Reply reply = signed(cloud(), "POST ?fnId=app-fn&stepId=step", call);

      assertThat(reply.status()).as(steps).isEqualTo(400);
      assertThat(reply.message()).contains("steps of a call are an object");
    }
  }

  @Test
  void stateThatIsNoneIsNotTakenForNoSteps() {
    String call = CALL.replace("\"attempt\":0", "\"attempt\":0,\"use_api\":true");
    for (String state : List.of("<html>", "null", "[]")) {
      server.answering(200, "[{\"name\":\"e\",\"data\":{}}]").answering(200, state);

      Reply reply = signed(cloud(), "POST ?fnId=app-fn&stepId=step", call);

      assertThat(reply.status()).as(state).isEqualTo(500);
      assertThat(reply.message()).contains("INNGEST_BASE_URL");
      server.forget();
    }
  }

  @Test
  void answerThatTheServerCannotReadIsAFailure() {
    InngestFunction large =
        InngestFunction.withId("fn")
            .runs(
                (_, step) -> {
                  String payload = "x".repeat(3 << 20);
                  Invocation invocation = Invocation.of("other").with(Map.of("p", payload));
                  return step.parallel(
                      List.of("a", "b", "c"), id -> step.invoke(id, String.class, invocation));
                });
    ServeHandler handler = CallScript.handler(Map.of("INNGEST_DEV", "1"), _ -> List.of(), large);

    Reply reply = send(handler, "POST ?fnId=app-fn&stepId=step", CALL);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.headers()).containsEntry("X-Inngest-No-Retry", "true");
    assertThat(reply.message()).contains("8 MiB");
  }

  @Test
  void failureThatFailsToTellItselfIsAnswered() {
    InngestFunction hostile =
        InngestFunction.withId("fn")
            .runs(
                (_, _) -> {
                  throw new IllegalStateException() {
                    @Override
                    public String getMessage() {
                      throw new AssertionError("no message");
                    }
                  };
                });
    ServeHandler handler = CallScript.handler(Map.of("INNGEST_DEV", "1"), _ -> List.of(), hostile);

    Reply reply = send(handler, "POST ?fnId=app-fn&stepId=step", CALL);

    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.message()).startsWith("dev.entente.inngest.serve.EndpointProtocolTest");
  }

  @Test
  void failureIsToldAsFarAsAnAnswerHolds() {
    InngestFunction talkative =
        InngestFunction.withId("fn")
            .runs(
                (_, _) -> {
                  throw new IllegalStateException("M".repeat(10_000_000));
                });
    ServeHandler handler =
        CallScript.handler(Map.of("INNGEST_DEV", "1"), _ -> List.of(), talkative);

    Reply reply = send(handler, "POST ?fnId=app-fn&stepId=step", CALL);

    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.text().length()).isLessThan(200_000);
    assertThat(reply.message()).endsWith("… (cut)");
  }

  @Test
  void interruptOfAFunctionEndsWithIt() {
    InngestFunction interrupted =
        InngestFunction.withId("fn")
            .runs(
                (_, step) ->
                    step.run(
                        "wait",
                        String.class,
                        () -> {
                          Thread.currentThread().interrupt();
                          return "done";
                        }));
    ServeHandler handler =
        CallScript.handler(Map.of("INNGEST_DEV", "1"), _ -> List.of(), interrupted);

    Reply reply = send(handler, "POST ?fnId=app-fn&stepId=step", CALL);

    assertThat(reply.status()).isEqualTo(206);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void halfOfAPairIsNoResult() {
    InngestFunction half = InngestFunction.withId("fn").runs((_, _) -> "a\ud800b");
    ServeHandler handler = CallScript.handler(Map.of("INNGEST_DEV", "1"), _ -> List.of(), half);

    Reply reply = send(handler, "POST ?fnId=app-fn&stepId=step", CALL);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.message()).contains("surrogates");
  }

  @Test
  void withoutAWordOfTheServerTheFunctionsOwnRetriesCount() {
    InngestFunction patient =
        InngestFunction.withId("fn")
            .retries(10)
            .runs(
                (context, _) -> {
                  throw new IllegalStateException("last: " + context.isLastAttempt());
                });
    ServeHandler handler = CallScript.handler(Map.of("INNGEST_DEV", "1"), _ -> List.of(), patient);

    assertThat(failureAt(handler, 9)).contains("last: false");
    assertThat(failureAt(handler, 10)).contains("last: true");
  }

  private static String failureAt(ServeHandler handler, int attempt) {
    String call = CALL.replace("\"attempt\":0", "\"attempt\":" + attempt);
    return send(handler, "POST ?fnId=app-fn&stepId=step", call).message();
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
