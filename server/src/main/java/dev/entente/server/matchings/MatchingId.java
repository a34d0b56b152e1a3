package dev.entente.server.matchings;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/// The id of a matching, derived from its pair: the same when the pair comes back.
final class MatchingId {
  private static final long VERSION = 0x8000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private MatchingId() {}

  /// A UUID of version 8 (RFC 9562 5.8): 122 bits of the SHA-256 of both ids, which hold no blank.
  static String of(String jobPostingId, String candidateId) {
    try {
      byte[] pair = (jobPostingId + " " + candidateId).getBytes(StandardCharsets.US_ASCII);
      ByteBuffer digest = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(pair));
      long high = (digest.getLong() & ~0xF000L) | VERSION;
      long low = (digest.getLong() >>> 2) | VARIANT;
      return new UUID(high, low).toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
