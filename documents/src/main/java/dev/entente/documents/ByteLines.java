package dev.entente.documents;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/// The lines of an input as bytes, in bounded memory. Lines end in `\n` or `\r\n`. Not thread-safe.
final class ByteLines implements Closeable {
  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final int largest;
  private final byte[] buffer = new byte[BUFFER];
  private int position;
  private int end;
  private long number;

  /// One line.
  ///
  /// @param number from 1
  /// @param bytes without the line's end; empty where the line is larger than allowed
  record ByteLine(long number, Optional<ByteBuffer> bytes) {
    /// Tells whether there is nothing but ASCII blanks and tabs.
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

  /// @param largest bytes of a line that is kept
  ByteLines(InputStream in, int largest) {
    this.in = in;
    this.largest = largest;
  }

  /// The next line; empty at the end.
  Optional<ByteLine> next() throws IOException {
    if (!fill()) {
      return Optional.empty();
    }
    // One byte more than allowed, which may be the \r of the line's end.
    var kept = new ByteArrayOutputStream();
    boolean cut = false;
    boolean ended = false;
    while (!ended && fill()) {
      int lineEnd = lineEnd();
      ended = lineEnd < end;
      int room = largest + 1 - kept.size();
      kept.write(buffer, position, Math.min(room, lineEnd - position));
      cut |= lineEnd - position > room;
      position = ended ? lineEnd + 1 : lineEnd;
    }
    number++;
    ByteBuffer bytes = withoutReturn(kept.toByteArray());
    boolean whole = !cut && bytes.remaining() <= largest;
    return Optional.of(new ByteLine(number, whole ? Optional.of(bytes) : Optional.empty()));
  }

  private boolean fill() throws IOException {
    if (position == end) {
      position = 0;
      end = Math.max(0, in.read(buffer));
    }
    return position < end;
  }

  private int lineEnd() {
    int lineEnd = position;
    while (lineEnd < end && buffer[lineEnd] != '\n') {
      lineEnd++;
    }
    return lineEnd;
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
