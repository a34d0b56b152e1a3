package dev.entente.documents;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The records of a file, one after another, each as a JSON value. Not thread-safe.
interface RecordSource extends Closeable {
  /// The next record; empty at the end.
  Optional<Line<JsonNode>> next() throws IOException;
}
