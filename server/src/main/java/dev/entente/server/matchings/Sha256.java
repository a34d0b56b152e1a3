package dev.entente.server.matchings;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The digest of FIPS 180-4.
final class Sha256 {
  private Sha256() {}

  /// The digest of bytes: 32 others, to be read from the first on.
  static ByteBuffer of(byte[] bytes) {
    try {
      return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
