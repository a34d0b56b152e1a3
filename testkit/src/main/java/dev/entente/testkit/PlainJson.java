package dev.entente.testkit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// JSON as maps, lists, texts, decimals and truths: enough for a stand-in of another service,
/// without a library.
final class PlainJson {
  private final String text;
  private int at;

  private PlainJson(String text) {
    this.text = text;
  }

  /// @throws IllegalArgumentException if it is no JSON
  static Object parse(String text) {
    var json = new PlainJson(text);
    Object value = json.value();
    json.skip();
    if (json.at != text.length()) {
      throw json.wrong();
    }
    return value;
  }

  /// A text in quotation marks.
  static String quote(String text) {
    var quoted = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ') {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c == '"' || c == '\\' ? "\\" : "").append(c);
      }
    }
    return quoted.append('"').toString();
  }

  private Object value() {
    skip();
    return switch (peek()) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", "");
      default -> number();
    };
  }

  private Map<String, Object> object() {
    Map<String, Object> fields = new LinkedHashMap<>();
    expect('{');
    while (!closes('}', !fields.isEmpty())) {
      skip();
      String name = string();
      skip();
      expect(':');
      fields.put(name, value());
    }
    return fields;
  }

  private List<Object> array() {
    List<Object> items = new ArrayList<>();
    expect('[');
    while (!closes(']', !items.isEmpty())) {
      items.add(value());
    }
    return items;
  }

  private boolean closes(char end, boolean wantsComma) {
    skip();
    if (peek() == end) {
      at++;
      return true;
    }
    if (wantsComma) {
      expect(',');
    }
    return false;
  }

  private String string() {
    expect('"');
    var read = new StringBuilder();
    while (peek() != '"') {
      char c = next();
      read.append(c == '\\' ? escaped() : c);
    }
    at++;
    return read.toString();
  }

  private char escaped() {
    char c = next();
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'u' -> hex();
      default -> c;
    };
  }

  private char hex() {
    at += 4;
    if (at > text.length()) {
      throw wrong();
    }
    return (char) Integer.parseInt(text, at - 4, at, 16);
  }

  private Object word(String word, Object value) {
    if (!text.startsWith(word, at)) {
      throw wrong();
    }
    at += word.length();
    return value;
  }

  private BigDecimal number() {
    int start = at;
    while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return new BigDecimal(text.substring(start, at));
  }

  private void skip() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private void expect(char c) {
    if (next() != c) {
      throw wrong();
    }
  }

  private char next() {
    char c = peek();
    at++;
    return c;
  }

  private char peek() {
    if (at >= text.length()) {
      throw wrong();
    }
    return text.charAt(at);
  }

  private IllegalArgumentException wrong() {
    return new IllegalArgumentException("no JSON at character " + at);
  }
}
