package dev.entente.documents;

import dev.entente.documents.ByteLines.ByteLine;
import dev.entente.documents.Problem.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// One JSON document a line; blank lines are passed over.
final class JsonLines implements RecordSource {
  private final ByteLines lines;

  /// @param in buffered; without a byte order mark
  JsonLines(InputStream in) {
    lines = new ByteLines(in, JsonText.LARGEST);
  }

  @Override
  public Optional<RawLine> next() throws IOException {
    Optional<ByteLine> line = lines.next();
    while (line.isPresent() && line.get().isBlank()) {
      line = lines.next();
    }
    return line.map(JsonLines::read);
  }

  private static RawLine read(ByteLine line) {
    return new RawLine(
        line.number(),
        () ->
            line.bytes()
                .map(bytes -> RawDocument.of(JsonText.read(bytes, "")))
                .orElseGet(() -> RawDocument.unreadable(Kind.TOO_LARGE, JsonText.LARGEST)));
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
