package dev.entente.server.reasons.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.entente.server.reasons.ReasonLanguage;
import dev.entente.server.reasons.model.ModelSettings.Terms;
import dev.entente.testkit.GeminiBehaviour;
import dev.entente.testkit.GeminiStandIn;
import dev.entente.testkit.SettableClock;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Calls of Gemini by the library, to the stand-in.
abstract class GeminiCalls {
  static final String KEY = "AIza-open-sesame";
  static final Question QUESTION = Questions.ofTwo(ReasonLanguage.ENGLISH);
  static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  final SettableClock clock = new SettableClock(Instant.parse("2026-11-01T00:00:00Z"));
  GeminiStandIn gemini;

  @BeforeEach
  void start() throws IOException {
    gemini = GeminiStandIn.start(KEY, clock);
  }

  @AfterEach
  void stop() {
    gemini.close();
  }

  final ModelSettings settings(String model, String key) {
    return new ModelSettings(
        ModelSettings.Provider.GEMINI,
        model,
        URI.create(gemini.baseUrl()),
        Optional.of(key),
        Optional.of(Terms.PAID));
  }

  final ReasonModel model() {
    return ReasonModel.of(settings("gemini-3.5-flash-lite", KEY), Duration.ofSeconds(30));
  }

  final Answer ask(GeminiBehaviour behaviour) throws CallFailure {
    try (ReasonModel model = model()) {
      gemini.script(behaviour);
      return model.ask(QUESTION);
    }
  }

  final JsonNode sent() {
    return MAPPER.readTree(gemini.requests().getLast().body());
  }

  final CallFailure failure(GeminiBehaviour behaviour) {
    CallFailure failure = catchThrowableOfType(CallFailure.class, () -> ask(behaviour));
    assertThat(failure).isNotNull();
    assertThat(gemini.requests()).as("nothing is sent twice").hasSize(1);
    assertThat(failure).hasMessageNotContaining(KEY);
    return failure;
  }
}
