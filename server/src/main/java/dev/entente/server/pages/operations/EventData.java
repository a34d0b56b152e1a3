package dev.entente.server.pages.operations;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The data of events as people read and write them.
final class EventData {
  /// Most characters of what a page sends: a form that is longer is refused by the web server.
  static final int LONGEST = 16 * 1024;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private EventData() {}

  /// What was typed.
  sealed interface Typed {
    /// An object in JSON, as it was typed.
    record Right(String json) implements Typed {}

    /// Text that is no JSON.
    ///
    /// @param line where it breaks, from 1; the column too
    record Broken(int line, int column) implements Typed {}

    /// JSON that is no object.
    record NoObject() implements Typed {}

    /// More than [#LONGEST] characters.
    record TooLong() implements Typed {}
  }

  /// Reads what was typed; nothing at all is an object without members.
  static Typed read(String text) {
    if (text.length() > LONGEST) {
      return new Typed.TooLong();
    }
    if (text.chars().allMatch(sign -> sign == ' ' || (sign >= '\t' && sign <= '\r'))) {
      return new Typed.Right("{}");
    }
    try {
      JsonNode read = MAPPER.readTree(text);
      return read.isObject() ? new Typed.Right(text) : new Typed.NoObject();
    } catch (JacksonException e) {
      TokenStreamLocation place = e.getLocation();
      return place == null
          ? new Typed.Broken(1, 1)
          : new Typed.Broken(Math.max(1, place.getLineNr()), Math.max(1, place.getColumnNr()));
    }
  }

  /// JSON with a line a member, indented.
  static String pretty(String json) {
    return MAPPER.writeValueAsString(MAPPER.readTree(json));
  }
}
