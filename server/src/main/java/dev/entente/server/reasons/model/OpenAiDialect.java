package dev.entente.server.reasons.model;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import java.util.regex.Pattern;

/// The interface `chat/completions` of OpenAI, which many others offer too.
record OpenAiDialect(ModelSettings settings) implements Dialect {
  // OpenAI's models that reason refuse a temperature and the name that all others know.
  private static final Pattern REASONING =
      Pattern.compile("(.*/)?(gpt-([5-9]|[1-9][0-9])|o[0-9]).*");

  @Override
  public ChatModel model(HttpClientBuilder client) {
    var builder =
        OpenAiChatModel.builder()
            .httpClientBuilder(client)
            .baseUrl(settings.baseUrl().toString())
            .modelName(settings.model())
            .strictJsonSchema(true)
            .maxRetries(0)
            .logRequests(false)
            .logResponses(false);
    settings.key().ifPresent(builder::apiKey);
    if (!isReasoning()) {
      builder.temperature(0.0);
    }
    return builder.build();
  }

  @Override
  public ChatRequestParameters sizes(Prompt prompt) {
    return isReasoning()
        ? OpenAiChatRequestParameters.builder()
            .maxCompletionTokens(prompt.mostOutputTokens())
            .build()
        : Dialect.super.sizes(prompt);
  }

  private boolean isReasoning() {
    return REASONING.matcher(settings.model()).matches();
  }
}
