package dev.entente.server.intake;

import dev.entente.documents.Checked;
import dev.entente.documents.Document;
import dev.entente.documents.DocumentForm;
import dev.entente.documents.Problem;
import dev.entente.server.web.ApiProblem;
import dev.entente.server.web.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionTemplate;

/// All that callers can do with one kind of document. Shared by threads.
///
/// @param <T> what the document says
public final class DocumentStore<T> {
  /// One kind of document.
  ///
  /// @param form how it is checked against the clock
  /// @param absent what a missing one is called
  public record Kind<T>(Function<Instant, DocumentForm<T>> form, ProblemType absent) {}

  /// What storing a document did.
  ///
  /// @param document as it is stored
  public record Stored(Outcome outcome, String document) {}

  private final DocumentTable<T> table;
  private final Kind<T> kind;
  private final TransactionTemplate transactions;
  private final InstantSource clock;

  /// @param clock what results may not be far ahead of
  public DocumentStore(
      DocumentTable<T> table, Kind<T> kind, TransactionTemplate transactions, InstantSource clock) {
    this.table = table;
    this.kind = kind;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// Stores one document whole.
  ///
  /// @param id must be the document's own
  /// @param json UTF-8
  /// @throws ApiProblem with all that is wrong; nothing was changed then
  public Stored put(String id, byte[] json) {
    return putIf(id, json, () -> true).orElseThrow();
  }

  /// Stores one document whole, unless something else is stored than the caller has read.
  ///
  /// @param id must be the document's own
  /// @param json UTF-8
  /// @param isAsRead asked in the transaction that stores, so it has to lock what it looks at
  /// @return empty if it is not; nothing was changed then
  /// @throws ApiProblem with all that is wrong; nothing was changed then
  public Optional<Stored> putIf(String id, byte[] json, BooleanSupplier isAsRead) {
    Document<T> document = checked(id, json);
    DocumentTable.Storing storing = table.prepare(List.of(document), false);
    List<Outcome> outcomes =
        transactions.execute(
            _ -> isAsRead.getAsBoolean() ? storing.store(clock.instant()) : List.of());
    return outcomes.stream().findFirst().map(done -> new Stored(done, document.text()));
  }

  private Document<T> checked(String id, byte[] json) {
    return switch (form().check(json)) {
      case Checked.Invalid<Document<T>>(var problems) -> throw ApiProblem.document(problems);
      case Checked.Valid<Document<T>>(var document) when !document.id().equals(id) ->
          throw ApiProblem.document(
              List.of(new Problem("/id", Problem.Kind.OTHER_THAN_PATH, List.of(id))));
      case Checked.Valid<Document<T>>(var document) -> document;
    };
  }

  /// The document of an id.
  ///
  /// @throws ApiProblem if there is none
  public String get(String id) {
    return table.find(id).orElseThrow(() -> ApiProblem.of(kind.absent(), id));
  }

  /// Deletes a document and all that hangs on it.
  ///
  /// @throws ApiProblem if there is none
  public void delete(String id) {
    if (!transactions.execute(_ -> table.delete(id))) {
      throw ApiProblem.of(kind.absent(), id);
    }
  }

  /// Stores many documents, each line for itself.
  ///
  /// @param csv whether they are rows of CSV; else one JSON document a line
  /// @param dryRun whether to store nothing and only tell what would be done
  /// @throws ApiProblem if the input cannot be read from its beginning, such as a header that is
  ///   wrong
  /// @throws IOException if the caller leaves; full batches that came before are stored
  public ImportReport importAll(InputStream in, boolean csv, boolean dryRun) throws IOException {
    return new DocumentImport<>(table, transactions, clock.instant(), dryRun).run(in, csv, form());
  }

  /// Writes all documents, one a line, by id.
  public void export(OutputStream out) {
    table.forEach(
        document -> {
          try {
            out.write(document.getBytes(StandardCharsets.UTF_8));
            out.write('\n');
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private DocumentForm<Document<T>> form() {
    return kind.form().apply(clock.instant()).keepingJson();
  }
}
