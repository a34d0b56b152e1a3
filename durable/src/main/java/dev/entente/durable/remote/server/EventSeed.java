package dev.entente.durable.remote.server;

import com.github.f4b6a3.ulid.Ulid;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;

/// What the ids of the events of one sending are made of, the same for all tries of it:
/// `<milliseconds>,<base64 of 10 random bytes>`. Immutable.
///
/// @param zeroth the id before the first
record EventSeed(Ulid zeroth) {
  private static final int BYTES = 10;
  private static final int COUNTED =
      12; // where the last four of an id begin, which count the events
  private static final long LATEST = (1L << 48) - 1;

  /// Reads a seed; empty if it is none.
  static Optional<EventSeed> read(String text) {
    int comma = text.indexOf(',');
    try {
      long millis = Long.parseLong(text.substring(0, Math.max(0, comma)));
      byte[] random = Base64.getDecoder().decode(text.substring(comma + 1));
      return millis >= 0 && millis <= LATEST && random.length == BYTES
          ? Optional.of(new EventSeed(new Ulid(millis, random)))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// The id of an event.
  ///
  /// @param number its place in the request, from 1
  String id(int number) {
    ByteBuffer bytes = ByteBuffer.wrap(zeroth.toBytes());
    bytes.putInt(COUNTED, bytes.getInt(COUNTED) + number);
    return Ulid.from(bytes.array()).toString();
  }
}
