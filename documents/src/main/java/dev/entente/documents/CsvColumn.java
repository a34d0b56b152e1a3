package dev.entente.documents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.entente.matching.vocabulary.WhiteSpace;
import java.nio.ByteBuffer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// How the cells of a CSV column become JSON.
enum CsvColumn {
  /// A text as it stands.
  TEXT,
  /// `true` or `false`; anything else stays a text, which the check refuses.
  TRUTH,
  /// Texts separated by semicolons.
  LIST,
  /// A JSON value.
  JSON;

  /// Reads a cell.
  ///
  /// @param cell its bytes, each as the character of the same number
  Checked<JsonNode> read(String cell, String pointer) {
    ByteBuffer bytes = ByteBuffer.wrap(cell.getBytes(ISO_8859_1));
    if (this == JSON) {
      return JsonText.read(bytes, pointer);
    }
    return switch (JsonText.decode(bytes, pointer)) {
      case Checked.Valid<String>(var text) -> new Checked.Valid<>(value(text));
      case Checked.Invalid<String>(var problems) -> new Checked.Invalid<>(problems);
    };
  }

  private JsonNode value(String text) {
    if (this == LIST) {
      return list(text);
    }
    boolean truth = this == TRUTH && (text.equals("true") || text.equals("false"));
    return truth
        ? JsonNodeFactory.instance.booleanNode(text.equals("true"))
        : JsonNodeFactory.instance.stringNode(text);
  }

  private static ArrayNode list(String text) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    if (!text.isEmpty()) {
      for (String element : text.split(";", -1)) {
        list.add(WhiteSpace.trim(element));
      }
    }
    return list;
  }
}
