package dev.entente.documents;

import dev.entente.documents.ByteLines.ByteLine;
import dev.entente.documents.Problem.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// One JSON document a line; blank lines are passed over.
final class JsonLines implements RecordSource {
  private final ByteLines lines;

  /// @param in buffered; without a byte order mark
  JsonLines(InputStream in) {
    lines = new ByteLines(in, JsonText.LARGEST);
  }

  @Override
  public Optional<Line<JsonNode>> next() throws IOException {
    Optional<ByteLine> line = lines.next();
    while (line.isPresent() && line.get().isBlank()) {
      line = lines.next();
    }
    return line.map(JsonLines::read);
  }

  private static Line<JsonNode> read(ByteLine line) {
    return new Line<>(
        line.number(),
        line.bytes()
            .map(bytes -> JsonText.read(bytes, ""))
            .orElseGet(() -> JsonText.invalid("", Kind.TOO_LARGE, JsonText.LARGEST)));
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
