package dev.entente.server.reasons.model;

import static dev.entente.testkit.GeminiBehaviour.PER_DAY_FREE;
import static dev.entente.testkit.GeminiBehaviour.PER_MINUTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.entente.server.reasons.model.CallFailure.Blocked;
import dev.entente.server.reasons.model.CallFailure.Form;
import dev.entente.server.reasons.model.CallFailure.Malformed;
import dev.entente.server.reasons.model.CallFailure.RateLimited;
import dev.entente.server.reasons.model.CallFailure.Refused;
import dev.entente.server.reasons.model.CallFailure.Unavailable;
import dev.entente.testkit.GeminiBehaviour;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How calls of Gemini fail.
class ModelFailuresTest extends GeminiCalls {
  @Test
  void limitTellsHowLongToWaitAndWhichQuotaIsSpent() {
    var minute =
        (RateLimited) failure(GeminiBehaviour.limited(Duration.ofMillis(34_070), PER_MINUTE)).why();

    assertThat(minute.retryAfter()).contains(Duration.ofMillis(34_070));
    assertThat(minute.quotaIds()).containsExactly(PER_MINUTE);
    assertThat(minute.isDaily()).isFalse();
    assertThat(minute.isFreeTier()).isFalse();
  }

  @Test
  void limitOfADayOfAnUnpaidKeyIsKnown() {
    var day = (RateLimited) failure(GeminiBehaviour.limited(Duration.ZERO, PER_DAY_FREE)).why();

    assertThat(day.retryAfter()).isEmpty();
    assertThat(day.isDaily()).isTrue();
    assertThat(day.isFreeTier()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"120, 120", "soon, ", "-5, "})
  void headerTellsHowLongToWait(String header, Long seconds) {
    GeminiBehaviour behaviour = GeminiBehaviour.plain(429, "no JSON", "Retry-After", header);

    var limited = (RateLimited) failure(behaviour).why();
    assertThat(limited.retryAfter())
        .isEqualTo(Optional.ofNullable(seconds).map(Duration::ofSeconds));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504, 408})
  void failingServiceIsUnavailable(int status) {
    CallFailure failure = failure(GeminiBehaviour.failing(status));

    assertThat(failure.why()).isInstanceOf(Unavailable.class);
    assertThat(failure).hasMessage("HTTP " + status + " UNAVAILABLE");
  }

  @Test
  void cutConnectionIsUnavailable() {
    CallFailure failure = failure(GeminiBehaviour.success().cut());

    assertThat(failure.why()).isInstanceOf(Unavailable.class);
    assertThat(failure).hasMessageStartingWith("the connection failed");
  }

  @Test
  void slowServiceIsUnavailableWhenPatienceIsOver() {
    gemini.script(GeminiBehaviour.success().after(Duration.ofSeconds(20)));
    var settings = settings("gemini-3.5-flash-lite", KEY);

    try (ReasonModel model = ReasonModel.of(settings, Duration.ofMillis(300))) {
      CallFailure failure = catchThrowableOfType(CallFailure.class, () -> model.ask(QUESTION));
      assertThat(failure.why()).isInstanceOf(Unavailable.class);
      assertThat(failure).hasMessageStartingWith("no answer within");
    }
  }

  @Test
  void stalledAnswerIsUnavailableWhenPatienceIsOver() {
    gemini.script(GeminiBehaviour.success().stalling(Duration.ofSeconds(20)));
    var settings = settings("gemini-3.5-flash-lite", KEY);

    try (ReasonModel model = ReasonModel.of(settings, Duration.ofMillis(500))) {
      CallFailure failure = catchThrowableOfType(CallFailure.class, () -> model.ask(QUESTION));
      assertThat(failure).hasMessageStartingWith("no answer within");
    }
  }

  @Test
  void failedCallsLeaveTheNextOnesAlone() throws CallFailure {
    gemini.script(
        GeminiBehaviour.success().cut(),
        GeminiBehaviour.large(5_000_000),
        GeminiBehaviour.failing(500),
        GeminiBehaviour.promptBlocked());

    try (ReasonModel model = model()) {
      for (int i = 0; i < 4; i++) {
        assertThat(catchThrowableOfType(CallFailure.class, () -> model.ask(QUESTION))).isNotNull();
      }
      assertThat(model.ask(QUESTION).texts()).hasSize(2);
    }
  }

  @Test
  void interruptedThreadEndsItsCall() throws InterruptedException {
    gemini.script(GeminiBehaviour.success().after(Duration.ofSeconds(20)));
    var thrown = new AtomicReference<CallFailure>();
    var wasInterrupted = new AtomicReference<Boolean>();

    try (ReasonModel model = model()) {
      Thread caller =
          Thread.ofVirtual()
              .start(
                  () -> {
                    thrown.set(catchThrowableOfType(CallFailure.class, () -> model.ask(QUESTION)));
                    wasInterrupted.set(Thread.currentThread().isInterrupted());
                  });
      while (gemini.inFlight() == 0) {
        Thread.onSpinWait();
      }
      caller.interrupt();
      caller.join(Duration.ofSeconds(10));
    }

    assertThat(thrown.get()).hasMessage("interrupted");
    assertThat(wasInterrupted.get()).isTrue();
  }

  @Test
  void nobodyThereIsUnavailable() {
    gemini.close();

    try (ReasonModel model = model()) {
      CallFailure failure = catchThrowableOfType(CallFailure.class, () -> model.ask(QUESTION));
      assertThat(failure.why()).isInstanceOf(Unavailable.class);
      assertThat(failure).hasMessage("no connection");
    }
  }

  @Test
  void blockedPromptAndAnswerCostAllTheSame() {
    CallFailure prompt = failure(GeminiBehaviour.promptBlocked());
    assertThat(prompt.why()).isEqualTo(new Blocked("PROHIBITED_CONTENT"));
    assertThat(prompt.usage().orElseThrow().input()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"SAFETY", "RECITATION", "SPII"})
  void blockedAnswerTellsWhy(String reason) {
    CallFailure failure = failure(GeminiBehaviour.answerBlocked(reason));

    assertThat(failure.why()).isEqualTo(new Blocked(reason));
    assertThat(failure.usage().orElseThrow().output()).isPositive();
  }

  @Test
  void truncatedAnswerIsMalformedAndCosts() {
    CallFailure failure = failure(GeminiBehaviour.truncated());

    assertThat(failure.why()).isEqualTo(new Malformed(Form.TRUNCATED));
    assertThat(failure.usage()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Here are the reasons.",
        "[]",
        "null",
        "{\"reasons\":{}}",
        "{\"reasons\":[{\"key\":\"m1\"}]}",
        "{\"reasons\":[{\"key\":1,\"reason\":\"one\"}]}",
        "{\"reasons\":[]} and more"
      })
  void answerOfAnotherFormIsMalformedAndCosts(String text) {
    CallFailure failure = failure(GeminiBehaviour.text(text));

    assertThat(failure.why()).isEqualTo(new Malformed(Form.INVALID));
    assertThat(failure.usage()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "<html></html>", "{}", "[]", "{\"candidates\":[]}", "{\"candidates\":7}"})
  void answerOfAnotherServiceIsMalformed(String body) {
    assertThat(failure(GeminiBehaviour.plain(200, body)).why())
        .isEqualTo(new Malformed(Form.INVALID));
  }

  @Test
  void answerIsReadUpToAMebibyte() throws CallFailure {
    assertThat(failure(GeminiBehaviour.large(5_000_000)).why())
        .isEqualTo(new Malformed(Form.TOO_LARGE));
    assertThat(ask(GeminiBehaviour.saying("x".repeat(300_000)::concat)).texts()).hasSize(2);
  }

  @Test
  void wrongKeyIsRefusedAndNotTold() {
    try (ReasonModel model =
        ReasonModel.of(settings("gemini-3.5-flash-lite", "AIza-wrong"), Duration.ofSeconds(30))) {
      CallFailure failure = catchThrowableOfType(CallFailure.class, () -> model.ask(QUESTION));

      assertThat(failure.why()).isEqualTo(new Refused(400));
      assertThat(failure).hasMessage("HTTP 400 INVALID_ARGUMENT API_KEY_INVALID");
    }
  }

  @Test
  void redirectIsNotFollowed() {
    GeminiBehaviour elsewhere =
        GeminiBehaviour.plain(
            307, "", "Location", gemini.baseUrl() + "/models/other:generateContent");

    assertThat(failure(elsewhere).why()).isEqualTo(new Refused(307));
  }

  @Test
  void wordsOfARefusalAreNotToldOn() {
    String body =
        "{\"error\":{\"message\":\"Incorrect API key: %s\",\"status\":\"%1$s\"}}".formatted(KEY);

    assertThat(
            failure(
                GeminiBehaviour.plain(403, body.replace("status\":\"" + KEY, "status\":\"a b"))))
        .hasMessage("HTTP 403");
  }
}
