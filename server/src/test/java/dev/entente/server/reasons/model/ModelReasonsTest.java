package dev.entente.server.reasons.model;

import static dev.entente.testkit.GeminiBehaviour.PER_MINUTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.entente.server.reasons.ReasonFacts;
import dev.entente.server.reasons.ReasonLanguage;
import dev.entente.server.reasons.Refusal;
import dev.entente.server.reasons.model.CallFailure.RateLimited;
import dev.entente.testkit.GeminiBehaviour;
import dev.entente.testkit.GeminiRequest;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/// What is asked in Gemini's interface, and what is made of the answer.
class ModelReasonsTest extends GeminiCalls {
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
    try (ReasonModel model = ReasonModel.of(settings(name, KEY), Duration.ofSeconds(30))) {
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
  void manyCallsGoAtOnceAndEachHasItsOwnAnswer() throws Exception {
    gemini.otherwise(GeminiBehaviour.success().after(Duration.ofMillis(200)));

    try (ReasonModel model = model();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> answers = new ArrayList<>();
      for (int i = 1; i <= 16; i++) {
        Map<String, ReasonFacts> facts = Map.of("m" + i, Questions.STRONG);
        var question = new Question(ReasonLanguage.FRENCH, "Titre", "Texte", facts);
        answers.add(threads.submit(() -> model.ask(question)));
      }
      for (int i = 1; i <= 16; i++) {
        assertThat(answers.get(i - 1).get().texts()).containsOnlyKeys("m" + i);
      }
    }

    assertThat(gemini.mostInFlight()).isGreaterThan(4);
    assertThat(gemini.inFlight()).isZero();
  }

  @Test
  void keyIsInNoLog() throws CallFailure {
    var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    var log = new ListAppender<ILoggingEvent>();
    Level before = root.getLevel();
    log.start();
    root.addAppender(log);
    root.setLevel(Level.TRACE);
    try {
      root.trace("begin");
      gemini.script(GeminiBehaviour.success(), GeminiBehaviour.failing(500));
      gemini.otherwise(GeminiBehaviour.plain(403, "{\"error\":{\"message\":\"" + KEY + "\"}}"));
      try (ReasonModel model = model()) {
        model.ask(QUESTION);
        assertThat(catchThrowable(() -> model.ask(QUESTION))).isInstanceOf(CallFailure.class);
        assertThat(catchThrowable(() -> model.ask(QUESTION))).isInstanceOf(CallFailure.class);
      }
    } finally {
      root.setLevel(before);
      root.detachAppender(log);
    }

    assertThat(log.list).isNotEmpty();
    assertThat(log.list).noneMatch(event -> event.getFormattedMessage().contains(KEY));
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
        .isThrownBy(() -> ReasonModel.of(undeclared, Duration.ofSeconds(1)))
        .withMessageContaining("GEMINI_TERMS")
        .withMessageNotContaining(KEY);
  }
}
