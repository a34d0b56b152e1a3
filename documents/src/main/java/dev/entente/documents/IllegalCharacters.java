package dev.entente.documents;

import dev.entente.documents.Problem.Kind;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/// Finds U+0000 and lone surrogates in the names and texts of a JSON value, at any depth: neither
/// can be kept by PostgreSQL, the latter not even be written as UTF-8.
final class IllegalCharacters {
  // A hostile document could hold a hundred thousand, each with a place as long as itself.
  private static final int MOST_REPORTED = 100;

  private IllegalCharacters() {}

  static void check(Value value) {
    // Places cost more than the look itself: they are worked out only where something is wrong.
    if (isSpoilt(value.node())) {
      report(value);
    }
  }

  private static boolean isSpoilt(JsonNode node) {
    if (node.isString()) {
      return firstIllegal(node.stringValue()).isPresent();
    }
    for (String name : node.propertyNames()) {
      if (firstIllegal(name).isPresent()) {
        return true;
      }
    }
    for (JsonNode child : node) {
      if (isSpoilt(child)) {
        return true;
      }
    }
    return false;
  }

  private static void report(Value value) {
    JsonNode node = value.node();
    if (value.problems().count() >= MOST_REPORTED) {
      return;
    }
    if (node.isString()) {
      report(node.stringValue(), value);
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        report(value.at(i));
      }
    } else if (node.isObject()) {
      for (String name : node.propertyNames()) {
        Value child = value.at(name);
        report(name, child);
        report(child);
      }
    }
  }

  private static void report(String text, Value where) {
    OptionalInt illegal = firstIllegal(text);
    if (illegal.isPresent()) {
      where.wrong(Kind.ILLEGAL_CHARACTER, Quoted.codePoint(illegal.getAsInt()));
    }
  }

  private static OptionalInt firstIllegal(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (c == 0 || (Character.isSurrogate(c) && !pair)) {
        return OptionalInt.of(c);
      }
      i += pair ? 1 : 0;
    }
    return OptionalInt.empty();
  }
}
