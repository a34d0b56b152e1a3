package dev.entente.testkit;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// A request as it came to the stand-in.
///
/// @param at when it came, by the stand-in's clock
/// @param uri path and query
/// @param headers by name as `HttpExchange` writes it
/// @param body as it was sent
public record GeminiRequest(
    Instant at, String uri, Map<String, List<String>> headers, String body) {
  /// The document that the user's message holds.
  ///
  /// @throws IllegalArgumentException if it holds none
  Map<?, ?> document() {
    Map<?, ?> root = (Map<?, ?>) PlainJson.parse(body);
    Map<?, ?> content = (Map<?, ?>) list(root, "contents").getLast();
    Map<?, ?> part = (Map<?, ?>) list(content, "parts").getFirst();
    return (Map<?, ?>) PlainJson.parse(String.valueOf(part.get("text")));
  }

  /// What is said of each matching.
  List<Map<?, ?>> matchings() {
    return list(document(), "matchings").stream().<Map<?, ?>>map(item -> (Map<?, ?>) item).toList();
  }

  /// The keys of the matchings that reasons are asked for.
  public List<String> keys() {
    return matchings().stream().map(matching -> String.valueOf(matching.get("key"))).toList();
  }

  /// Whether reasons are asked for in French.
  public boolean isFrench() {
    return "French".equals(document().get("language"));
  }

  /// An object of an object; empty if it is not there.
  static Map<?, ?> object(Map<?, ?> object, String name) {
    return object.get(name) instanceof Map<?, ?> inner ? inner : Map.of();
  }

  /// A list of an object; empty if it is not there.
  static List<?> list(Map<?, ?> object, String name) {
    return object.get(name) instanceof List<?> list ? list : List.of();
  }
}
