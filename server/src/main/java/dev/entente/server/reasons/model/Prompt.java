package dev.entente.server.reasons.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.entente.server.reasons.Refusal;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a model is told: an instruction that is the same for all, and one document that holds all
/// data.
///
/// @param question what is asked
/// @param refused for each key why an earlier text was refused; empty the first time
record Prompt(Question question, Map<String, Set<Refusal>> refused) {
  /// Grows whenever the instruction or the form of the document changes.
  static final int VERSION = 1;

  /// The same for all.
  static final String INSTRUCTION = instruction();

  private static final int BYTES_A_TOKEN = 3;
  private static final int SCHEMA_BYTES = 600;
  private static final int SCHEMA_BYTES_A_KEY = 12;
  private static final int TOKENS_OF_THINKING = 1_024;
  private static final int TOKENS_A_REASON = 240;

  Prompt(Question question) {
    this(question, Map.of());
  }

  private static String instruction() {
    try (InputStream resource = Prompt.class.getResourceAsStream("instruction.txt")) {
      if (resource == null) {
        throw new IllegalStateException("instruction.txt is not among the resources");
      }
      return new String(resource.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<ChatMessage> messages() {
    return List.of(SystemMessage.from(INSTRUCTION), UserMessage.from(document()));
  }

  private String document() {
    return PromptDocument.of(this).toString();
  }

  /// One entry a key, and no other key.
  ResponseFormat format() {
    JsonObjectSchema entry =
        JsonObjectSchema.builder()
            .addEnumProperty("key", List.copyOf(question.facts().keySet()))
            .addStringProperty("reason", "two or three sentences, 40 to 600 characters")
            .required("key", "reason")
            .additionalProperties(false)
            .build();
    JsonObjectSchema root =
        JsonObjectSchema.builder()
            .addProperty("reasons", JsonArraySchema.builder().items(entry).build())
            .required("reasons")
            .additionalProperties(false)
            .build();
    return ResponseFormat.builder()
        .type(ResponseFormatType.JSON)
        .jsonSchema(JsonSchema.builder().name("reasons").rootElement(root).build())
        .build();
  }

  int estimatedInputTokens() {
    int bytes =
        INSTRUCTION.getBytes(UTF_8).length
            + document().getBytes(UTF_8).length
            + SCHEMA_BYTES
            + SCHEMA_BYTES_A_KEY * question.facts().size();
    return Math.ceilDiv(bytes, BYTES_A_TOKEN);
  }

  int mostOutputTokens() {
    return TOKENS_OF_THINKING + TOKENS_A_REASON * question.facts().size();
  }
}
