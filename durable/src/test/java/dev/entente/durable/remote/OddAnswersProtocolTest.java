package dev.entente.durable.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.inngest.execution.CallResult;
import dev.entente.inngest.execution.Operation;
import dev.entente.inngest.function.Retry;
import dev.entente.inngest.json.Json;
import dev.entente.inngest.settings.Signatures;
import dev.entente.inngest.settings.SigningKey;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Answers that no test app of an SDK gives.
class OddAnswersProtocolTest extends OddApp {
  private static final SigningKey KEY = SigningKey.of("key", "0123456789abcdef");

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

  @Test
  void lastAttemptHasNoNext() {
    headers.put("Retry-After", "5");

    assertThat(failed(answered(500, "{}", Calls.of("fn", 4, Calls.EVENT))).retry())
        .isEqualTo(new Retry.Never());
  }
}
