package dev.entente.server.reasons.model;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.googleai.GeminiThinkingConfig;
import dev.langchain4j.model.googleai.GeminiThinkingConfig.GeminiThinkingLevel;
import dev.langchain4j.model.googleai.GoogleAiGeminiChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiChatModel.GoogleAiGeminiChatModelBuilder;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Gemini's own interface, `models/{model}:generateContent`. The key is a header of each request.
record GeminiDialect(ModelSettings settings) implements Dialect {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int SEED = 1;

  // What each family calls "think as little as you can", by Google's page on thinking.
  private static final Pattern WITHOUT_THINKING = Pattern.compile("gemini-2\\.5-flash.*");
  private static final Pattern MINIMAL = Pattern.compile("gemini-3(\\.[156])?-flash.*");
  private static final Pattern THINKING = Pattern.compile("gemini-([3-9]|[1-9][0-9]).*");

  // Later families say that it is deprecated.
  private static final Pattern WITH_TEMPERATURE = Pattern.compile("gemini-[12]\\..*");

  @Override
  public ChatModel model(HttpClientBuilder client) {
    GoogleAiGeminiChatModelBuilder builder =
        GoogleAiGeminiChatModel.builder()
            .httpClientBuilder(client)
            .baseUrl(settings.baseUrl().toString())
            .apiKey(settings.key().orElseThrow())
            .modelName(settings.model())
            .seed(SEED)
            .maxRetries(0)
            .logRequestsAndResponses(false);
    if (WITH_TEMPERATURE.matcher(settings.model()).matches()) {
      builder.temperature(0.0);
    }
    think(builder);
    return builder.build();
  }

  private void think(GoogleAiGeminiChatModelBuilder builder) {
    if (WITHOUT_THINKING.matcher(settings.model()).matches()) {
      builder.thinkingConfig(GeminiThinkingConfig.builder().thinkingBudget(0).build());
    } else if (MINIMAL.matcher(settings.model()).matches()) {
      builder.thinkingConfig(level(GeminiThinkingLevel.MINIMAL));
    } else if (THINKING.matcher(settings.model()).matches()) {
      builder.thinkingConfig(level(GeminiThinkingLevel.LOW));
    }
  }

  private static GeminiThinkingConfig level(GeminiThinkingLevel level) {
    return GeminiThinkingConfig.builder().thinkingLevel(level).build();
  }

  // Families from 3 on know no number of candidates, which the library always tells.
  @Override
  public String body(String body) {
    JsonNode request = MAPPER.readTree(body);
    if (request.path("generationConfig") instanceof ObjectNode config) {
      config.remove("candidateCount");
    }
    return request.toString();
  }

  @Override
  public void examine(String answer) throws CallFailure {
    GeminiAnswer.of(answer).requireText();
  }
}
