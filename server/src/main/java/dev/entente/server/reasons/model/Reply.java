package dev.entente.server.reasons.model;

import dev.entente.server.reasons.model.CallFailure.Form;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.googleai.GoogleAiGeminiTokenUsage;
import dev.langchain4j.model.output.FinishReason;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what a model wrote.
///
/// @param asked the keys that were asked for
record Reply(ChatResponse response, Set<String> asked) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /// @throws CallFailure if it is blocked, cut off, or not of the form that was asked for
  Answer answer() throws CallFailure {
    if (response.finishReason() == FinishReason.LENGTH) {
      throw CallFailure.malformed(Form.TRUNCATED, usage());
    }
    if (response.finishReason() == FinishReason.CONTENT_FILTER) {
      throw CallFailure.blocked("CONTENT_FILTER", usage());
    }
    return sorted(entries());
  }

  private JsonNode entries() throws CallFailure {
    String text = response.aiMessage().text();
    try {
      JsonNode entries = MAPPER.readTree(text == null ? "" : text).path("reasons");
      if (entries.isArray() && entries.valueStream().allMatch(Reply::isEntry)) {
        return entries;
      }
    } catch (JacksonException e) {
      // what is wrong with it would quote it
    }
    throw CallFailure.malformed(Form.INVALID, usage());
  }

  private static boolean isEntry(JsonNode entry) {
    return entry.path("key").isString() && entry.path("reason").isString();
  }

  private Answer sorted(JsonNode entries) {
    Map<String, String> texts = new HashMap<>();
    Set<String> missing = new HashSet<>(asked);
    Set<String> twice = new HashSet<>();
    int unasked = 0;
    for (JsonNode entry : entries) {
      String key = entry.path("key").asString();
      if (!asked.contains(key)) {
        unasked++;
      } else if (!missing.remove(key)) {
        twice.add(key);
      } else {
        texts.put(key, entry.path("reason").asString());
      }
    }
    texts.keySet().removeAll(twice);
    missing.addAll(twice);
    return new Answer(texts, unasked, missing, usage());
  }

  private Optional<TokenUsage> usage() {
    return Optional.ofNullable(response.tokenUsage()).flatMap(Reply::usage);
  }

  private static Optional<TokenUsage> usage(dev.langchain4j.model.output.TokenUsage told) {
    if (told.inputTokenCount() == null) {
      return Optional.empty();
    }
    int thinking =
        told instanceof GoogleAiGeminiTokenUsage gemini ? count(gemini.thoughtsTokenCount()) : 0;
    return Optional.of(
        new TokenUsage(told.inputTokenCount(), count(told.outputTokenCount()) + thinking));
  }

  private static int count(@Nullable Integer count) {
    return count == null ? 0 : count;
  }
}
