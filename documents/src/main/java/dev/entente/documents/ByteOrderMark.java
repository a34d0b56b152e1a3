package dev.entente.documents;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// The three bytes that some programs put before UTF-8.
final class ByteOrderMark {
  private static final byte[] UTF_8 = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private ByteOrderMark() {}

  /// Passes over the mark if there is one.
  ///
  /// @param in must support marks
  static InputStream skip(InputStream in) throws IOException {
    in.mark(UTF_8.length);
    if (!Arrays.equals(in.readNBytes(UTF_8.length), UTF_8)) {
      in.reset();
    }
    return in;
  }
}
