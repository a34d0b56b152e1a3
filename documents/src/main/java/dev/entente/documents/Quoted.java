package dev.entente.documents;

import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Values of a document made fit for a message: short, on one line, and harmless on a terminal.
final class Quoted {
  private static final int LONGEST = 60;

  private Quoted() {}

  static String of(JsonNode node) {
    return of(node.toString());
  }

  /// Cuts a long text and writes control, format and unpaired characters as escapes.
  static String of(String text) {
    String shown =
        text.codePoints().limit(LONGEST).mapToObj(Quoted::shown).collect(Collectors.joining());
    return text.codePointCount(0, text.length()) > LONGEST ? shown + "…" : shown;
  }

  /// Names a code point as `U+0000`.
  static String codePoint(int codePoint) {
    return "U+%04X".formatted(codePoint);
  }

  private static String shown(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          "\\u%04x".formatted(codePoint);
      default -> Character.toString(codePoint);
    };
  }
}
