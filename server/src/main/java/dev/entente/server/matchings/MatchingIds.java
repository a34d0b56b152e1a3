package dev.entente.server.matchings;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// The ids of a posting's matchings, each derived from its pair: the same when the pair comes back.
///
/// They are UUIDs of version 8 (RFC 9562 5.8): 48 bits of the SHA-256 of the posting's id, then 74
/// bits of that of both ids. So those of a list lie side by side in an index, and storing one
/// touches few pages. V011 works out the same.
final class MatchingIds {
  private static final long POSTING = 0xFFFF_FFFF_FFFF_0000L;
  private static final long VERSION = 0x8000L;
  private static final int VERSION_BITS = 12;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final long VARIANT_BITS = 0xC000_0000_0000_0000L;

  private final String postingId;
  private final long prefix;

  private MatchingIds(String postingId, long prefix) {
    this.postingId = postingId;
    this.prefix = prefix;
  }

  static MatchingIds of(String postingId) {
    return new MatchingIds(postingId, (digest(postingId).getLong() & POSTING) | VERSION);
  }

  String with(String candidateId) {
    ByteBuffer pair = digest(postingId + " " + candidateId); // ids hold no blank
    long first = pair.getLong();
    long last = first << VERSION_BITS | pair.getLong() >>> (Long.SIZE - VERSION_BITS);
    long high = prefix | first >>> (Long.SIZE - VERSION_BITS);
    return new UUID(high, (last & ~VARIANT_BITS) | VARIANT).toString();
  }

  private static ByteBuffer digest(String text) {
    return Sha256.of(text.getBytes(StandardCharsets.US_ASCII));
  }
}
