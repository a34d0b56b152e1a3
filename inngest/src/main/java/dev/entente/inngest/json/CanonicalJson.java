package dev.entente.inngest.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// JSON values in the one form in which equal values have equal bytes (RFC 8785).
///
/// Members are sorted by their UTF-16 units, which is how `String` compares; numbers are written as
/// ECMAScript writes doubles.
final class CanonicalJson {
  private static final int FIRST_PLAIN = 0x20;

  private final StringBuilder text = new StringBuilder();
  private boolean isImpossible;

  private CanonicalJson() {}

  static Optional<byte[]> write(Json json) {
    var canonical = new CanonicalJson();
    canonical.value(json);
    return canonical.isImpossible ? Optional.empty() : utf8(canonical.text);
  }

  /// The bytes of a text; empty if it has half of a pair of surrogates.
  static Optional<byte[]> utf8(CharSequence text) {
    try {
      ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      var copy = new byte[bytes.remaining()];
      bytes.get(copy);
      return Optional.of(copy);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private void value(Json json) {
    switch (json.kind()) {
      case OBJECT -> object(json);
      case ARRAY -> array(json);
      case TEXT -> json.text().ifPresent(this::quoted);
      case NUMBER -> number(json);
      case BOOLEAN, NULL -> text.append(json);
    }
  }

  private void object(Json json) {
    List<Map.Entry<String, Json>> members = new ArrayList<>(json.members().entrySet());
    members.sort(Map.Entry.comparingByKey());
    char before = '{';
    for (Map.Entry<String, Json> member : members) {
      text.append(before);
      quoted(member.getKey());
      text.append(':');
      value(member.getValue());
      before = ',';
    }
    text.append(members.isEmpty() ? "{}" : "}");
  }

  private void array(Json json) {
    char before = '[';
    for (Json element : json.elements()) {
      text.append(before);
      value(element);
      before = ',';
    }
    text.append(before == '[' ? "[]" : "]");
  }

  private void number(Json json) {
    OptionalDouble number = json.number();
    if (number.isPresent()) {
      text.append(EcmaScriptNumber.format(number.getAsDouble()));
    } else {
      isImpossible = true;
    }
  }

  private void quoted(String value) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      escaped(value.charAt(i));
    }
    text.append('"');
  }

  private void escaped(char c) {
    switch (c) {
      case '"' -> text.append("\\\"");
      case '\\' -> text.append("\\\\");
      case '\b' -> text.append("\\b");
      case '\f' -> text.append("\\f");
      case '\n' -> text.append("\\n");
      case '\r' -> text.append("\\r");
      case '\t' -> text.append("\\t");
      default -> {
        if (c < FIRST_PLAIN) {
          text.append("\\u%04x".formatted((int) c));
        } else {
          text.append(c);
        }
      }
    }
  }
}
