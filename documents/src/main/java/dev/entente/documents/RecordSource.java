package dev.entente.documents;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

/// The records of a file, one after another. Not thread-safe.
interface RecordSource extends Closeable {
  /// What was read from one line on.
  ///
  /// @param number of the first line, from 1
  /// @param document makes sense of it when it is asked, by any thread
  record RawLine(long number, Supplier<RawDocument> document) {}

  /// The next record; empty at the end.
  Optional<RawLine> next() throws IOException;
}
