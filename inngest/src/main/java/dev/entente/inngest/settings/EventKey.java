package dev.entente.inngest.settings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The key that lets an app send events. Immutable; never shows itself.
///
/// @param text as it stands in the address that events are sent to
public record EventKey(String text) {
  /// SHA-256 of the key, which introspection tells.
  public String hash() {
    return HexFormat.of().formatHex(sha256(text.getBytes(StandardCharsets.UTF_8)));
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  /// Never shows the key.
  @Override
  public String toString() {
    return "EventKey[…]";
  }
}
