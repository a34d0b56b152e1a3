package dev.entente.documents;

import dev.entente.documents.Problem.Kind;
import java.util.Map;
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
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (c == 0 || (Character.isSurrogate(c) && !pair)) {
        where.wrong(Kind.ILLEGAL_CHARACTER, Quoted.codePoint(c));
        return;
      }
      i += pair ? 1 : 0;
    }
  }
}
