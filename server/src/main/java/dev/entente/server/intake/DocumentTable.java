package dev.entente.server.intake;

import dev.entente.documents.Document;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Where one kind of document is kept. What changes something runs in the caller's transaction.
///
/// @param <T> what the document says
public interface DocumentTable<T> {
  /// Works out what storing documents takes, before a transaction begins.
  ///
  /// @param documents of distinct ids
  /// @param dryRun whether the transaction will be rolled back
  Storing prepare(List<Document<T>> documents, boolean dryRun);

  /// Documents that are ready to be stored.
  interface Storing {
    /// Stores all, whole or, with an exception, none of them.
    ///
    /// @return what was done about each, in their order
    List<Outcome> store(Instant now);
  }

  /// The document of an id, as text.
  Optional<String> find(String id);

  /// Deletes a document with all that hangs on it; false if there was none.
  boolean delete(String id);

  /// Gives all documents as text, by id, as they are at one instant.
  void forEach(Consumer<String> taker);
}
