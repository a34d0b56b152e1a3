package dev.entente.server.reasons.model;

import static dev.entente.testkit.GeminiBehaviour.PER_DAY_FREE;
import static dev.entente.testkit.GeminiBehaviour.PER_MINUTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.entente.server.reasons.ReasonLanguage;
import dev.entente.server.reasons.Refusal;
import dev.entente.server.reasons.model.CallFailure.Blocked;
import dev.entente.server.reasons.model.CallFailure.Form;
import dev.entente.server.reasons.model.CallFailure.Malformed;
import dev.entente.server.reasons.model.CallFailure.RateLimited;
import dev.entente.server.reasons.model.CallFailure.Refused;
import dev.entente.server.reasons.model.CallFailure.Unavailable;
import dev.entente.server.reasons.model.ModelSettings.Terms;
import dev.entente.testkit.GeminiBehaviour;
import dev.entente.testkit.GeminiRequest;
import dev.entente.testkit.GeminiStandIn;
import dev.entente.testkit.SettableClock;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Gemini's interface, spoken by the library to the stand-in.
class ModelReasonsTest {
  private static final String KEY = "AIza-open-sesame";
  private static final Question QUESTION = Questions.ofTwo(ReasonLanguage.ENGLISH);
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-01T00:00:00Z"));
  private GeminiStandIn gemini;

  @BeforeEach
  void start() throws IOException {
    gemini = GeminiStandIn.start(KEY, clock);
  }

  @AfterEach
  void stop() {
    gemini.close();
  }

  private ModelSettings settings(String model, String key) {
    return new ModelSettings(
        ModelSettings.Provider.GEMINI,
        model,
        URI.create(gemini.baseUrl()),
        Optional.of(key),
        Optional.of(Terms.PAID));
  }

  private ReasonModel model() {
    return ReasonModel.of(settings("gemini-3.5-flash-lite", KEY));
  }

  private Answer ask(GeminiBehaviour behaviour) throws CallFailure {
    try (ReasonModel model = model()) {
      gemini.script(behaviour);
      return model.ask(QUESTION);
    }
  }

  private JsonNode sent() {
    return MAPPER.readTree(gemini.requests().getLast().body());
  }

  private CallFailure failure(GeminiBehaviour behaviour) {
    CallFailure failure = catchThrowableOfType(CallFailure.class, () -> ask(behaviour));
    assertThat(failure).isNotNull();
    assertThat(gemini.requests()).as("nothing is sent twice").hasSize(1);
    assertThat(failure).hasMessageNotContaining(KEY);
    return failure;
  }

  @ParameterizedTest
  @EnumSource(ReasonLanguage.class)
  void reasonsAreReadWithWhatTheyTook(ReasonLanguage language) throws CallFailure {
    try (ReasonModel model = model()) {
      Answer answer = model.ask(Questions.ofTwo(language));

      assertThat(answer.texts()).containsOnlyKeys("m1", "m2");
      assertThat(answer.texts().get("m1")).contains("Java", "PostgreSQL", "Kotlin", "36");
      assertThat(answer.texts().get("m1"))
          .contains(language == ReasonLanguage.FRENCH ? "et" : "and");
      assertThat(answer.unasked()).isZero();
      assertThat(answer.missing()).isEmpty();
      TokenUsage usage = answer.usage().orElseThrow();
      assertThat(usage.input()).isPositive();
      assertThat(usage.output()).as("with thinking").isGreaterThan(40);
    }
  }

  @Test
  void keyIsAHeaderAndNotInTheAddress() throws CallFailure {
    ask(GeminiBehaviour.success());

    GeminiRequest request = gemini.requests().getFirst();
    assertThat(request.uri()).isEqualTo("/v1beta/models/gemini-3.5-flash-lite:generateContent");
    assertThat(request.headers().get("X-goog-api-key")).containsExactly(KEY);
    assertThat(request.headers().get("User-agent")).containsExactly("Entente");
    assertThat(request.body()).doesNotContain(KEY);
  }

  @Test
  void wholeRequestIsAsDocumented() throws Exception {
    ask(GeminiBehaviour.success());

    String sent =
        MAPPER.writeValueAsString(MAPPER.readTree(gemini.requests().getFirst().body())) + "\n";
    Path written = Path.of("target", "reasons-request.json");
    Files.writeString(written, sent);
    assertThat(written)
        .as("what is sent changes: look at it, then copy it and raise PROMPT_VERSION")
        .hasSameTextualContentAs(
            Path.of("src/test/resources/dev/entente/server/reasons/model/request.json"));
  }

  @Test
  void instructionIsTheSameWhateverIsAsked() throws CallFailure {
    try (ReasonModel model = model()) {
      model.ask(QUESTION);
      model.ask(Questions.ofTwo(ReasonLanguage.FRENCH));
    }

    List<JsonNode> sent =
        gemini.requests().stream().map(request -> MAPPER.readTree(request.body())).toList();
    assertThat(sent.get(0).path("systemInstruction"))
        .isEqualTo(sent.get(1).path("systemInstruction"));
    assertThat(sent.get(0).path("systemInstruction").toString())
        .doesNotContain("Ignore previous", "Kotlin", "back-end");
    assertThat(sent.get(0).path("contents").size()).isOne();
  }

  @Test
  void repairAsksForWhatWasRefusedAndSaysWhy() throws CallFailure {
    try (ReasonModel model = model()) {
      Answer answer = model.repair(QUESTION, Map.of("m2", Set.of(Refusal.UNKNOWN_NUMBER)));

      assertThat(answer.texts()).containsOnlyKeys("m2");
      assertThat(gemini.requests().getFirst().body())
          .contains("it held a number that is not among the facts")
          .doesNotContain("\\\"m1\\\"");
    }
  }

  @Test
  void estimatesAreAboveWhatIsCounted() throws CallFailure {
    TokenUsage usage = ask(GeminiBehaviour.success()).usage().orElseThrow();

    assertThat(QUESTION.estimatedInputTokens()).isGreaterThanOrEqualTo(usage.input());
    assertThat(QUESTION.estimatedOutputTokens()).isGreaterThan(usage.output());
    assertThat(sent().at("/generationConfig/maxOutputTokens").asInt())
        .isEqualTo(QUESTION.estimatedOutputTokens());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gemini-2.5-flash | {\"thinkingBudget\":0} | 0.0",
        "gemini-3.5-flash-lite | {\"thinkingLevel\":\"minimal\"} | ''",
        "gemini-3.6-flash | {\"thinkingLevel\":\"minimal\"} | ''",
        "gemini-3.8-flash | {\"thinkingLevel\":\"low\"} | ''",
        "gemini-flash-latest | '' | ''"
      })
  void modelThinksAsLittleAsItCan(String name, String thinking, String temperature)
      throws CallFailure {
    try (ReasonModel model = ReasonModel.of(settings(name, KEY))) {
      model.ask(QUESTION);

      JsonNode config = sent().path("generationConfig");
      assertThat(config.path("thinkingConfig").toString()).isEqualTo(thinking);
      assertThat(config.path("temperature").toString()).isEqualTo(temperature);
      assertThat(model.provider()).isEqualTo("gemini");
      assertThat(model.model()).isEqualTo(name);
    }
  }

  @Test
  void unaskedKeysAreDroppedAndMissingOnesTold() throws CallFailure {
    Answer extra = ask(GeminiBehaviour.extraKey("m9"));
    assertThat(extra.texts()).containsOnlyKeys("m1", "m2");
    assertThat(extra.unasked()).isOne();

    Answer missing = ask(GeminiBehaviour.missingKey());
    assertThat(missing.texts()).containsOnlyKeys("m2");
    assertThat(missing.missing()).containsExactly("m1");

    Answer twice = ask(GeminiBehaviour.extraKey("m1"));
    assertThat(twice.texts()).containsOnlyKeys("m2");
    assertThat(twice.missing()).containsExactly("m1");
  }

  @Test
  void whatIsWrongWithTheTextIsForOthersToSee() throws CallFailure {
    assertThat(ask(GeminiBehaviour.wrongLanguage()).texts().get("m1")).contains("Ce qui manque");
    assertThat(ask(GeminiBehaviour.inventedSkill("COBOL")).texts().get("m1")).contains("COBOL");
    assertThat(ask(GeminiBehaviour.promptEchoed()).texts().get("m1")).contains("You write short");
  }

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
    try (ReasonModel model = ReasonModel.of(settings("gemini-3.5-flash-lite", "AIza-wrong"))) {
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

  @Test
  void standInCountsWhatIsBeyondItsLimit() throws CallFailure {
    gemini.limitedTo(2);
    ask(GeminiBehaviour.success());
    ask(GeminiBehaviour.success());
    clock.advance(Duration.ofSeconds(15));

    try (ReasonModel model = model()) {
      CallFailure failure = catchThrowableOfType(CallFailure.class, () -> model.ask(QUESTION));
      assertThat(failure.why())
          .isEqualTo(new RateLimited(Optional.of(Duration.ofSeconds(45)), List.of(PER_MINUTE)));
      assertThat(gemini.violations()).isOne();

      clock.advance(Duration.ofSeconds(45));
      assertThat(model.ask(QUESTION).texts()).hasSize(2);
      assertThat(gemini.violations()).isOne();
      assertThat(gemini.mostInFlight()).isOne();
    }
  }

  @Test
  void nothingIsSentUntilTheTermsAreDeclared() {
    var undeclared =
        new ModelSettings(
            ModelSettings.Provider.GEMINI,
            "gemini-3.5-flash-lite",
            URI.create(gemini.baseUrl()),
            Optional.of(KEY),
            Optional.empty());

    assertThatIllegalStateException()
        .isThrownBy(() -> ReasonModel.of(undeclared))
        .withMessageContaining("GEMINI_TERMS")
        .withMessageNotContaining(KEY);
  }
}
