package dev.entente.inngest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Keys of steps in a state, worked out apart from the code under test.
public final class StepHash {
  private StepHash() {}

  /// The SHA-1 of a unique id.
  public static String of(String id) {
    try {
      byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
