package dev.entente.server.reasons.model;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.ollama.OllamaChatRequestParameters;
import java.util.Map;

/// The interface `api/chat` of Ollama.
record OllamaDialect(ModelSettings settings) implements Dialect {
  private static final int SEED = 1;
  private static final int WINDOW_STEP = 8_192;

  @Override
  public ChatModel model(HttpClientBuilder client) {
    Map<String, String> headers =
        settings.key().map(key -> Map.of("Authorization", "Bearer " + key)).orElse(Map.of());
    return OllamaChatModel.builder()
        .httpClientBuilder(client)
        .baseUrl(settings.baseUrl().toString())
        .modelName(settings.model())
        .customHeaders(headers)
        .temperature(0.0)
        .think(false)
        .seed(SEED)
        .maxRetries(0)
        .logRequests(false)
        .logResponses(false)
        .build();
  }

  // Ollama silently cuts off what does not fit its window, and loads the model anew for each size.
  @Override
  public ChatRequestParameters sizes(Prompt prompt) {
    int tokens = prompt.estimatedInputTokens() + prompt.mostOutputTokens();
    return OllamaChatRequestParameters.builder()
        .numCtx(Math.ceilDiv(tokens, WINDOW_STEP) * WINDOW_STEP)
        .maxOutputTokens(prompt.mostOutputTokens())
        .build();
  }
}
