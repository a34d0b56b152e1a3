package dev.entente.inngest.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Texts as parts of an address (RFC 3986).
public final class Encoding {
  private Encoding() {}

  /// Encodes all but letters, digits, and `-`, `.`, `_`.
  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
  }
}
