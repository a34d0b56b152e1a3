package dev.entente.server.reasons.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.entente.server.reasons.ReasonLanguage;
import dev.entente.server.reasons.model.CallFailure.Blocked;
import dev.entente.server.reasons.model.CallFailure.Form;
import dev.entente.server.reasons.model.CallFailure.Malformed;
import dev.entente.server.reasons.model.CallFailure.RateLimited;
import dev.entente.server.reasons.model.CallFailure.Refused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The interfaces of OpenAI and of Ollama, spoken by the library to a server that a test plays.
class OtherProvidersTest {
  private static final String KEY = "sk-open-sesame";
  private static final Question QUESTION = Questions.ofTwo(ReasonLanguage.ENGLISH);
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String REASONS =
      "{\"reasons\":[{\"key\":\"m1\",\"reason\":\"one\"},{\"key\":\"m2\",\"reason\":\"two\"}]}";

  private HttpServer server;
  private int status = 200;
  private String reply = "";
  private String path = "";
  private String authorization = "";
  private String sent = "";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      path = exchange.getRequestURI().toString();
      authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
      sent = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      byte[] body = reply.getBytes(UTF_8);
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Answer ask(ModelSettings.Provider provider, String model, Optional<String> key)
      throws CallFailure {
    String path = provider == ModelSettings.Provider.OPENAI ? "/v1" : "";
    var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    var settings = new ModelSettings(provider, model, url, key, Optional.empty());
    try (ReasonModel reasons = ReasonModel.of(settings, Duration.ofSeconds(30))) {
      return reasons.ask(QUESTION);
    }
  }

  private CallFailure failure(ModelSettings.Provider provider) {
    return catchThrowableOfType(
        CallFailure.class, () -> ask(provider, "model-of-a-test", Optional.of(KEY)));
  }

  private static String openAi(String content, String finish) {
    return """
    {"id":"1","object":"chat.completion","created":1,"model":"model-of-a-test","choices":[{"index":0,\
    "message":{"role":"assistant","content":%s},"finish_reason":"%s"}],\
    "usage":{"prompt_tokens":11,"completion_tokens":5,"total_tokens":16}}"""
        .formatted(MAPPER.writeValueAsString(content), finish);
  }

  private static String ollama(String content, String done) {
    return """
    {"model":"model-of-a-test","created_at":"2026-11-01T00:00:00Z","message":{"role":"assistant",\
    "content":%s},"done_reason":"%s","done":true,"prompt_eval_count":11,"eval_count":5}"""
        .formatted(MAPPER.writeValueAsString(content), done);
  }

  @Test
  void openAiIsAskedForItsSchema() throws CallFailure {
    reply = openAi(REASONS, "stop");

    Answer answer = ask(ModelSettings.Provider.OPENAI, "model-of-a-test", Optional.of(KEY));

    assertThat(answer.texts()).containsEntry("m1", "one").containsEntry("m2", "two");
    assertThat(answer.usage()).contains(new TokenUsage(11, 5));
    assertThat(path).isEqualTo("/v1/chat/completions");
    assertThat(authorization).isEqualTo("Bearer " + KEY);
    JsonNode request = MAPPER.readTree(sent);
    assertThat(request.at("/response_format/json_schema/strict").asBoolean()).isTrue();
    assertThat(request.path("temperature").asDouble()).isZero();
    assertThat(request.path("max_tokens").asInt()).isEqualTo(QUESTION.estimatedOutputTokens());
    assertThat(request.path("messages").size()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"gpt-5-mini", "o4-mini", "openai/gpt-5"})
  void modelThatReasonsIsSpokenToInItsOwnWords(String model) throws CallFailure {
    reply = openAi(REASONS, "stop");

    ask(ModelSettings.Provider.OPENAI, model, Optional.of(KEY));

    JsonNode request = MAPPER.readTree(sent);
    assertThat(request.has("temperature")).isFalse();
    assertThat(request.has("max_tokens")).isFalse();
    assertThat(request.path("max_completion_tokens").asInt()).isPositive();
  }

  @Test
  void localServerIsAskedWithoutAKey() throws CallFailure {
    reply = openAi(REASONS, "stop");

    assertThat(ask(ModelSettings.Provider.OPENAI, "model-of-a-test", Optional.empty()).texts())
        .hasSize(2);
    assertThat(authorization).isEqualTo("null");
  }

  @Test
  void openAiFailuresAreTold() {
    reply = openAi("{\"rea", "length");
    assertThat(failure(ModelSettings.Provider.OPENAI).why())
        .isEqualTo(new Malformed(Form.TRUNCATED));
    assertThat(failure(ModelSettings.Provider.OPENAI).usage()).contains(new TokenUsage(11, 5));
    reply = openAi("", "content_filter");
    assertThat(failure(ModelSettings.Provider.OPENAI).why())
        .isEqualTo(new Blocked("CONTENT_FILTER"));
    reply = "{\"choices\":[]}";
    assertThat(failure(ModelSettings.Provider.OPENAI).why()).isEqualTo(new Malformed(Form.INVALID));
  }

  @Test
  void openAiRefusalsDoNotQuoteTheKey() {
    reply =
        "{\"error\":{\"message\":\"bad key %s\",\"type\":\"t\",\"code\":\"invalid_api_key\"}}"
            .formatted(KEY);
    status = 401;
    assertThat(failure(ModelSettings.Provider.OPENAI).why()).isEqualTo(new Refused(401));
    assertThat(failure(ModelSettings.Provider.OPENAI)).hasMessage("HTTP 401");

    reply =
        "{\"error\":{\"message\":\"no money\",\"type\":\"insufficient_quota\",\"code\":\"insufficient_quota\"}}";
    status = 429;
    var limited = (RateLimited) failure(ModelSettings.Provider.OPENAI).why();
    assertThat(limited.quotaIds()).containsExactly("insufficient_quota");
    assertThat(limited.isDaily()).isTrue();
  }

  @Test
  void ollamaIsAskedForItsSchemaAndAWindowThatFits() throws CallFailure {
    reply = ollama(REASONS, "stop");

    Answer answer = ask(ModelSettings.Provider.OLLAMA, "model-of-a-test", Optional.empty());

    assertThat(answer.texts()).hasSize(2);
    assertThat(answer.usage()).contains(new TokenUsage(11, 5));
    assertThat(path).isEqualTo("/api/chat");
    assertThat(authorization).isEqualTo("null");
    JsonNode request = MAPPER.readTree(sent);
    assertThat(request.at("/format/properties/reasons/type").asString()).isEqualTo("array");
    assertThat(request.at("/options/num_ctx").asInt()).isEqualTo(8_192);
    assertThat(request.at("/options/temperature").asDouble()).isZero();
    assertThat(request.path("stream").asBoolean(true)).isFalse();
  }

  @Test
  void ollamaFailuresAreTold() throws CallFailure {
    reply = ollama("{\"rea", "length");
    assertThat(failure(ModelSettings.Provider.OLLAMA).why())
        .isEqualTo(new Malformed(Form.TRUNCATED));
    assertThat(authorization).isEqualTo("Bearer " + KEY);
    reply = "{\"error\":\"model not found\"}";
    status = 404;
    assertThat(failure(ModelSettings.Provider.OLLAMA).why()).isEqualTo(new Refused(404));
  }
}
