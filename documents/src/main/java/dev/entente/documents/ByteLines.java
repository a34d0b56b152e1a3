package dev.entente.documents;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/// The lines of an input as bytes, in bounded memory. Lines end in `\n` or `\r\n`. Not thread-safe.
final class ByteLines implements Closeable {
  private final InputStream in;
  private final int largest;
  private long number;

  /// One line.
  ///
  /// @param number from 1
  /// @param bytes without the line's end; empty where the line is larger than allowed
  record ByteLine(long number, Optional<ByteBuffer> bytes) {
    /// Tells whether there is nothing but blanks and tabs.
    boolean isBlank() {
      return bytes.isPresent() && isBlank(bytes.get());
    }

    private static boolean isBlank(ByteBuffer bytes) {
      for (int i = bytes.position(); i < bytes.limit(); i++) {
        if (bytes.get(i) != ' ' && bytes.get(i) != '\t') {
          return false;
        }
      }
      return true;
    }
  }

  /// @param in buffered
  /// @param largest bytes of a line that is kept
  ByteLines(InputStream in, int largest) {
    this.in = in;
    this.largest = largest;
  }

  /// The next line; empty at the end.
  Optional<ByteLine> next() throws IOException {
    int next = in.read();
    if (next < 0) {
      return Optional.empty();
    }
    // One byte more than allowed, which may be the \r of the line's end.
    var kept = new ByteArrayOutputStream();
    boolean cut = false;
    for (; next >= 0 && next != '\n'; next = in.read()) {
      if (kept.size() <= largest) {
        kept.write(next);
      } else {
        cut = true;
      }
    }
    number++;
    ByteBuffer bytes = withoutReturn(kept.toByteArray());
    boolean whole = !cut && bytes.remaining() <= largest;
    return Optional.of(new ByteLine(number, whole ? Optional.of(bytes) : Optional.empty()));
  }

  private static ByteBuffer withoutReturn(byte[] bytes) {
    boolean ends = bytes.length > 0 && bytes[bytes.length - 1] == '\r';
    return ByteBuffer.wrap(bytes, 0, ends ? bytes.length - 1 : bytes.length);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
