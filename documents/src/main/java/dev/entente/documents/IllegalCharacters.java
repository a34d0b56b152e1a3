package dev.entente.documents;

import dev.entente.documents.Problem.Kind;
import java.util.Map;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/// Finds U+0000 and lone surrogates in the names and texts of a JSON value, at any depth: neither
/// can be kept by PostgreSQL, the latter not even be written as UTF-8.
final class IllegalCharacters {
  private IllegalCharacters() {}

  static void check(Value value) {
    JsonNode node = value.node();
    if (node.isString()) {
      check(node.stringValue(), value);
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        check(new Value(node.get(i), Pointer.child(value.pointer(), i), value.problems()));
      }
    } else if (node.isObject()) {
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        String pointer = Pointer.child(value.pointer(), field.getKey());
        Value child = new Value(field.getValue(), pointer, value.problems());
        check(field.getKey(), child);
        check(child);
      }
    }
  }

  private static void check(String text, Value where) {
    OptionalInt illegal = text.codePoints().filter(IllegalCharacters::isIllegal).findFirst();
    if (illegal.isPresent()) {
      where.wrong(Kind.ILLEGAL_CHARACTER, Quoted.codePoint(illegal.getAsInt()));
    }
  }

  // A surrogate that stands in a pair is not seen by codePoints().
  private static boolean isIllegal(int codePoint) {
    return codePoint == 0 || Character.getType(codePoint) == Character.SURROGATE;
  }
}
