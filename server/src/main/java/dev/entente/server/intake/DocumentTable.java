package dev.entente.server.intake;

import dev.entente.documents.Document;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Where one kind of document is kept. Methods that change something run in the caller's
/// transaction.
///
/// @param <T> what the document says
public interface DocumentTable<T> {
  /// Stores documents, whole or, with an exception, none of them.
  ///
  /// @param documents of distinct ids
  /// @return what was done about each, in their order
  List<Outcome> store(List<Document<T>> documents, Instant now);

  /// The document of an id, as text.
  Optional<String> find(String id);

  /// Deletes a document with all that hangs on it; false if there was none.
  boolean delete(String id);

  /// Gives all documents as text, by id, as they are at one instant.
  void forEach(Consumer<String> taker);
}
