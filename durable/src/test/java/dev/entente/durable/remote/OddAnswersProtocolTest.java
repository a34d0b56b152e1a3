package dev.entente.durable.remote;

import static dev.entente.durable.remote.Calls.hash;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.entente.durable.call.Call;
import dev.entente.durable.call.StepKind;
import dev.entente.inngest.execution.CallResult;
import dev.entente.inngest.execution.Operation;
import dev.entente.inngest.execution.StepRef;
import dev.entente.inngest.function.Event;
import dev.entente.inngest.function.EventWait;
import dev.entente.inngest.function.Retry;
import dev.entente.inngest.json.Json;
import dev.entente.inngest.settings.Signatures;
import dev.entente.inngest.settings.SigningKey;
import dev.entente.testkit.SettableClock;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Answers that no test app of an SDK gives.
class OddAnswersProtocolTest {
  private static final SigningKey KEY = SigningKey.of("key", "0123456789abcdef");
  private static final String HASH = hash("x");

  private final SettableClock clock = new SettableClock(Calls.NOW);
  private final CountDownLatch end = new CountDownLatch(1);
  private final Map<String, String> headers = new HashMap<>(Map.of("X-Inngest-SDK", "odd:v1"));
  private int status = 200;
  private byte[] body = new byte[0];
  private boolean isSlow;
  private volatile Json asked = Json.NULL;
  private final LoopbackServer server = LoopbackServer.start(this::handle);
  private RemoteEndpoint endpoint =
      RemoteEndpoint.of(server.url("/api/inngest")).within(Duration.ofSeconds(20));

  @AfterEach
  void stop() {
    end.countDown();
    server.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      asked = Json.parse(exchange.getRequestBody().readAllBytes());
      headers.forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(status, body.length + (isSlow ? 1 : 0));
      exchange.getResponseBody().write(body);
      if (isSlow) {
        exchange.getResponseBody().flush();
        end.await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private CallResult answered(int with, String text) {
    return answered(with, text, Calls.of("fn"));
  }

  private CallResult answered(int with, String text, Call call) {
    status = with;
    body = text.getBytes(UTF_8);
    try (var app = new RemoteApp(endpoint, clock)) {
      return app.caller().call(call).result();
    }
  }

  private static CallResult.Failed failed(CallResult result) {
    assertThat(result).isInstanceOf(CallResult.Failed.class);
    return (CallResult.Failed) result;
  }

  private static String message(CallResult result) {
    return failed(result).error().message();
  }

  private static Operation only(CallResult result) {
    assertThat(result).isInstanceOf(CallResult.Reported.class);
    List<Operation> operations = ((CallResult.Reported) result).operations();
    assertThat(operations).hasSize(1);
    return operations.getFirst();
  }

  private static String op(String op, String more) {
    return "[{\"op\":\"%s\",\"id\":\"%s\",\"displayName\":\"x\"%s}]".formatted(op, HASH, more);
  }

  private static StepRef ref() {
    return new StepRef(HASH, "x");
  }

  @Test
  void pageOfAProxyIsAFailedAttemptThatShowsIt() {
    headers.clear();

    CallResult result = answered(502, "<html>\n  <b>Bad gateway</b>" + " and more".repeat(100));

    assertThat(message(result))
        .contains("no SDK has answered")
        .contains("status 502")
        .contains("<html> <b>Bad gateway</b>")
        .hasSizeLessThan(400);
    assertThat(failed(result).retry()).isEqualTo(new Retry.Usual());
  }

  @Test
  void successWithoutAnSdkIsNone() {
    headers.clear();

    assertThat(message(answered(200, "\"done\""))).contains("no SDK has answered");
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 206})
  void brokenJsonIsAFailedAttempt(int with) {
    assertThat(message(answered(with, "{\"a\":")))
        .contains("is no JSON that fits")
        .contains("{\"a\":");
  }

  @Test
  void errorWithoutJsonIsToldAsItIs() {
    assertThat(message(answered(500, "it broke")))
        .isEqualTo("the app has answered with status 500: it broke");
  }

  @Test
  void errorOfTheAppKeepsNameAndMessage() {
    CallResult result =
        answered(400, "{\"name\":\"TypeError\",\"message\":\"no\",\"__serialized\":true}");

    assertThat(failed(result).error().name()).isEqualTo("TypeError");
    assertThat(message(result)).isEqualTo("no");
    assertThat(failed(result).retry()).isEqualTo(new Retry.Usual()); // no header forbids it
  }

  @Test
  void redirectIsNotFollowed() {
    headers.put("Location", "/elsewhere");

    assertThat(message(answered(302, ""))).contains("status 302").contains("not followed");
  }

  @Test
  void noReportAtAllIsAFailedAttempt() {
    assertThat(message(answered(206, "[]"))).contains("an empty 206");
  }

  @Test
  void streamedAnswerIsRead() {
    CallResult result =
        answered(
            201,
            "  \n  {\"status\":206,\"headers\":{\"X-Inngest-No-Retry\":\"true\"},\"body\":"
                + Json.of(op("StepError", ",\"error\":{\"message\":\"no\"}"))
                + "}");

    assertThat(only(result))
        .isInstanceOfSatisfying(
            Operation.StepError.class,
            failed -> {
              assertThat(failed.error().message()).isEqualTo("no");
              assertThat(failed.retry()).isEqualTo(new Retry.Never());
            });
  }

  @Test
  void streamedAnswerMayHoldJson() {
    assertThat(answered(201, "   {\"status\":200,\"body\":{\"n\":1}}"))
        .isEqualTo(new CallResult.Returned(Json.of(Map.of("n", 1))));
  }

  @Test
  void streamThatEndsEarlyIsAFailedAttempt() {
    assertThat(message(answered(201, "    "))).contains("status 201");
  }

  @ParameterizedTest
  @CsvSource({
    "7,7",
    "0,1",
    "9999999,86400",
    "2026-11-29T12:01:00Z,60",
    "2026-11-29T14:01:00+02:00,60",
    "'Sun, 29 Nov 2026 12:00:30 GMT',30",
    "2020-01-01T00:00:00Z,1"
  })
  void nextAttemptIsAsTheAnswerSays(String text, int seconds) {
    headers.put("Retry-After", text);

    assertThat(failed(answered(503, "{\"message\":\"busy\"}")).retry())
        .isEqualTo(new Retry.After(Duration.ofSeconds(seconds)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "-5", "12345678", "1.5"})
  void nextAttemptIsAsUsualIfTheAnswerSaysNothingThatIsRead(String text) {
    headers.put("Retry-After", text);

    assertThat(failed(answered(503, "{}")).retry()).isEqualTo(new Retry.Usual());
  }

  @Test
  void slowAnswerIsAFailedAttempt() {
    isSlow = true;
    endpoint = endpoint.within(Duration.ofMillis(300));

    CallResult result = answered(200, "1");

    assertThat(message(result)).contains("did not answer within 300 ms");
    assertThat(failed(result).retry()).isEqualTo(new Retry.Usual());
  }

  @Test
  void answerThatIsTooLargeIsCutOff() {
    assertThat(message(answered(200, "\"" + "x".repeat(9 << 20) + "\""))).contains("8 MiB");
  }

  @Test
  void nobodyThereIsAFailedAttempt() {
    endpoint = RemoteEndpoint.of(URI.create("http://127.0.0.1:1/api/inngest"));

    assertThat(message(answered(200, ""))).contains("nobody listens at http://127.0.0.1:1");
  }

  @Test
  void wrongSignatureIsNotTrusted() {
    endpoint = endpoint.signedWith(KEY);
    headers.put("X-Inngest-Signature", "t=1764417600&s=" + "0".repeat(64));

    assertThat(message(answered(200, "1"))).contains("not trusted");
  }

  @Test
  void signatureBeforeALinesEndFits() {
    endpoint = endpoint.signedWith(KEY);
    headers.put(
        "X-Inngest-Signature",
        new Signatures(List.of(KEY), clock).sign(KEY, "broken".getBytes(UTF_8)));

    assertThat(message(answered(500, "broken\n"))).contains("status 500: broken");
  }

  @Test
  void answerWithoutSignatureIsTaken() {
    endpoint = endpoint.signedWith(KEY);

    assertThat(answered(200, "1")).isEqualTo(new CallResult.Returned(Json.of(1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AIGateway",
        "Gateway",
        "WaitForSignal",
        "DeferAdd",
        "DiscoveryRequest",
        "StepNotFound"
      })
  void operationThatIsNotSupportedFailsTheRunAndIsNamed(String op) {
    CallResult result = answered(206, op(op, ""));

    assertThat(message(result)).contains(op).contains("of the step x");
    assertThat(failed(result).retry()).isEqualTo(new Retry.Never());
  }

  @Test
  void groupThatRacesIsNotSupported() {
    assertThat(message(answered(206, op("StepPlanned", ",\"opts\":{\"parallelMode\":\"race\"}"))))
        .contains("race");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[1]",
        "[{}]",
        "[{\"op\":\"StepRun\"}]",
        "[{\"op\":\"StepRun\",\"id\":\"../../x\"}]",
        "[{\"op\":\"Sleep\",\"id\":\"11f6ad8ec52a2984abaafd7c3b516503785c2072\"}]",
        "[{\"op\":\"StepError\",\"id\":\"11f6ad8ec52a2984abaafd7c3b516503785c2072\"}]",
        "[{\"op\":\"WaitForEvent\",\"id\":\"11f6ad8ec52a2984abaafd7c3b516503785c2072\"}]",
        "[{\"op\":\"InvokeFunction\",\"id\":\"11f6ad8ec52a2984abaafd7c3b516503785c2072\"}]"
      })
  void malformedOperationFailsTheRun(String text) {
    assertThat(failed(answered(206, text)).retry()).isEqualTo(new Retry.Never());
  }

  @Test
  void stepThatIsDoneIsNotTakenAgain() {
    Call call = Calls.of("fn", Calls.done("x", StepKind.RUN, 1));

    assertThat(message(answered(206, op("StepRun", ",\"data\":2"), call)))
        .contains("though it is done");
  }

  @Test
  void otherStepThanTheOneAskedForIsNotTaken() {
    Call call = Calls.running("y", Calls.of("fn"));

    assertThat(message(answered(206, op("StepRun", ",\"data\":2"), call)))
        .contains("was to run the step " + hash("y"));
  }

  @Test
  void singleOperationNeedsNoArray() {
    String array = op("steprun", ",\"data\":2");

    assertThat(only(answered(206, array.substring(1, array.length() - 1))))
        .isInstanceOf(Operation.StepRun.class);
  }

  @Test
  void failedStepIsFailedForGood() {
    assertThat(only(answered(206, op("StepFailed", ",\"error\":{\"message\":\"no\"}"))))
        .isInstanceOfSatisfying(
            Operation.StepError.class,
            failed -> assertThat(failed.retry()).isEqualTo(new Retry.Never()));
  }

  @ParameterizedTest
  @CsvSource({"1h30m,5400", "1.5h,5400", "2w,1209600", "0,0"})
  void sleepTakesADuration(String text, long seconds) {
    var expected = new Operation.Sleep(ref(), Duration.ofSeconds(seconds));

    assertThat(only(answered(206, op("Sleep", ",\"opts\":{\"duration\":\"%s\"}".formatted(text)))))
        .isEqualTo(expected);
    assertThat(only(answered(206, op("Sleep", ",\"name\":\"%s\"".formatted(text)))))
        .isEqualTo(expected);
  }

  @Test
  void sleepTakesATime() {
    assertThat(only(answered(206, op("Sleep", ",\"name\":\"2026-11-30T12:00:00.000Z\""))))
        .isEqualTo(new Operation.SleepUntil(ref(), Calls.NOW.plus(Duration.ofDays(1))));
  }

  @Test
  void sleepOfYearsIsRefused() {
    assertThat(message(answered(206, op("Sleep", ",\"opts\":{\"duration\":\"53w\"}"))))
        .contains("at most 366 days");
  }

  @ParameterizedTest
  @CsvSource({"2h,7200", "2026-11-29T12:00:09Z,9", "2020-01-01T00:00:00Z,0", "'',0"})
  void eventIsWaitedForUntilATime(String text, long seconds) {
    CallResult result =
        answered(
            206,
            op("WaitForEvent", ",\"name\":\"a/b\",\"opts\":{\"timeout\":\"%s\"}".formatted(text)));

    assertThat(only(result))
        .isEqualTo(
            new Operation.WaitForEvent(ref(), EventWait.of("a/b", Duration.ofSeconds(seconds))));
  }

  @Test
  void endOfTheRunMayBeReported() {
    assertThat(answered(206, op("RunComplete", ",\"data\":{\"n\":1}")))
        .isEqualTo(new CallResult.Returned(Json.of(Map.of("n", 1))));
  }

  @Test
  void stepsBesideTheEndAreKeptFirst() {
    String end = "{\"op\":\"RunComplete\",\"id\":\"%s\",\"data\":1}".formatted(hash("complete"));
    String step = op("StepRun", ",\"data\":2");

    assertThat(only(answered(206, step.replace("}]", "}," + end + "]"))))
        .isEqualTo(
            new Operation.StepRun(
                ref(), dev.entente.inngest.execution.StepOptions.NONE, Json.of(2)));
  }

  @Test
  void lastAttemptHasNoNext() {
    headers.put("Retry-After", "5");

    assertThat(failed(answered(500, "{}", Calls.of("fn", 4, Calls.EVENT))).retry())
        .isEqualTo(new Retry.Never());
  }

  @Test
  void stateThatIsTooLargeIsLeftOut() {
    Event large = Event.of("a/b", Map.of("text", "x".repeat(5 << 20))).withId("e-1");

    answered(200, "1", Calls.of("fn", 0, large, Calls.done("x", StepKind.RUN, 1)));

    assertThat(asked.find("steps").orElseThrow()).isEqualTo(Json.of(Map.of()));
    assertThat(asked.find("events").orElseThrow()).isEqualTo(Json.of(List.of()));
    Json context = asked.find("ctx").orElseThrow();
    assertThat(context.find("use_api").filter(Json::isTrue)).isPresent();
    assertThat(context.find("stack").orElseThrow())
        .isEqualTo(Json.parse("{\"current\":1,\"stack\":[\"%s\"]}".formatted(HASH)));
  }

  @Test
  void callHasAllThatSdksRead() {
    answered(200, "1", Calls.of("fn", 1, Calls.EVENT, Calls.done("x", StepKind.RUN, 1)));

    Map<String, Json> context = asked.find("ctx").orElseThrow().members();
    assertThat(Optional.ofNullable(context.remove("fn_id")).flatMap(Json::text).orElseThrow())
        .matches("[0-9a-f-]{36}");
    assertThat(Json.of(context))
        .isEqualTo(
            Json.parse(
                """
                {"attempt":1,"disable_immediate_execution":false,"max_attempts":5,
                "run_id":"%s","stack":{"current":1,"stack":["%s"]},"step_id":"step","use_api":false}"""
                    .formatted(Calls.RUN, HASH)));
    assertThat(asked.find("event").orElseThrow())
        .isEqualTo(
            Json.parse(
                """
                {"data":{"id":"o-1"},"id":"e-1","name":"shop/order.placed","ts":%d,"user":{}}"""
                    .formatted(Calls.NOW.toEpochMilli())));
    assertThat(asked.find("steps").orElseThrow())
        .isEqualTo(Json.of(Map.of(HASH, Map.of("data", 1))));
  }
}
