package dev.entente.documents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// How the cells of a CSV column become JSON.
enum CsvColumn {
  /// A text as it stands.
  TEXT {
    @Override
    JsonNode value(String text) {
      return JsonNodeFactory.instance.stringNode(text);
    }
  },
  /// `true` or `false`; anything else stays a text, which the check refuses.
  TRUTH {
    @Override
    JsonNode value(String text) {
      return switch (text) {
        case "true" -> JsonNodeFactory.instance.booleanNode(true);
        case "false" -> JsonNodeFactory.instance.booleanNode(false);
        default -> TEXT.value(text);
      };
    }
  },
  /// Texts separated by semicolons.
  LIST {
    @Override
    JsonNode value(String text) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      for (String element : text.split(";", -1)) {
        list.add(element.strip());
      }
      return list;
    }
  },
  /// A JSON value.
  JSON {
    @Override
    JsonNode value(String text) {
      throw new UnsupportedOperationException("JSON cells are read from bytes");
    }

    @Override
    Checked<JsonNode> read(String cell, String pointer) {
      return JsonText.read(bytes(cell), pointer);
    }
  };

  abstract JsonNode value(String text);

  /// Reads a cell.
  ///
  /// @param cell its bytes, each as the character of the same number
  Checked<JsonNode> read(String cell, String pointer) {
    return switch (JsonText.decode(bytes(cell), pointer)) {
      case Checked.Valid<String>(var text) -> checked(value(text), pointer);
      case Checked.Invalid<String>(var problems) -> new Checked.Invalid<>(problems);
    };
  }

  private static Checked<JsonNode> checked(JsonNode node, String pointer) {
    var problems = new Problems();
    IllegalCharacters.check(new Value(node, pointer, problems));
    return problems.count() == 0
        ? new Checked.Valid<>(node)
        : new Checked.Invalid<>(problems.all());
  }

  private static ByteBuffer bytes(String cell) {
    return ByteBuffer.wrap(cell.getBytes(ISO_8859_1));
  }
}
