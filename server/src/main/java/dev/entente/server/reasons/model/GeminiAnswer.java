package dev.entente.server.reasons.model;

import dev.entente.server.reasons.model.CallFailure.Form;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A `GenerateContentResponse`, which may hold no text at all and costs all the same.
record GeminiAnswer(JsonNode root) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Pattern WORD = Pattern.compile("[A-Z_]{1,60}");
  private static final Set<String> BLOCKS =
      Set.of(
          "SAFETY", "RECITATION", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII", "LANGUAGE", "OTHER");

  static GeminiAnswer of(String body) throws CallFailure {
    try {
      return new GeminiAnswer(MAPPER.readTree(body));
    } catch (JacksonException e) {
      throw CallFailure.malformed(Form.INVALID, Optional.empty());
    }
  }

  /// @throws CallFailure if the answer is blocked, cut off or empty
  void requireText() throws CallFailure {
    Optional<String> block = word(root.path("promptFeedback").path("blockReason"));
    if (block.isPresent()) {
      throw CallFailure.blocked(block.get(), usage());
    }
    JsonNode candidate = root.path("candidates").path(0);
    String finish = word(candidate.path("finishReason")).orElse("");
    if (BLOCKS.contains(finish)) {
      throw CallFailure.blocked(finish, usage());
    }
    if (!finish.equals("STOP") || candidate.path("content").path("parts").isEmpty()) {
      throw CallFailure.malformed(
          finish.equals("MAX_TOKENS") ? Form.TRUNCATED : Form.INVALID, usage());
    }
  }

  private static Optional<String> word(JsonNode node) {
    return Optional.of(node.asString("")).filter(text -> WORD.matcher(text).matches());
  }

  private Optional<TokenUsage> usage() {
    JsonNode counts = root.path("usageMetadata");
    int output = count(counts, "candidatesTokenCount") + count(counts, "thoughtsTokenCount");
    return counts.has("promptTokenCount")
        ? Optional.of(new TokenUsage(count(counts, "promptTokenCount"), output))
        : Optional.empty();
  }

  private static int count(JsonNode counts, String name) {
    return counts.path(name).asInt(0);
  }
}
