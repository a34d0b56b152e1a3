package dev.entente.server.intake;

import dev.entente.documents.Checked;
import dev.entente.documents.Document;
import dev.entente.documents.DocumentFile;
import dev.entente.documents.DocumentForm;
import dev.entente.documents.Line;
import dev.entente.documents.UnreadableFileException;
import dev.entente.server.web.ApiProblem;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.transaction.support.TransactionTemplate;

/// One import: right lines are stored some hundred at a time, wrong ones are counted and shown. Not
/// thread-safe.
final class DocumentImport<T> {
  // Large enough that a commit is cheap, small enough that nobody waits long for its locks.
  private static final int BATCH = 500;

  private final DocumentTable<T> table;
  private final TransactionTemplate transactions;
  private final Instant now;
  private final boolean dryRun;
  private final ImportReport.Counts counts;
  private final List<Document<T>> waiting = new ArrayList<>(BATCH);

  DocumentImport(
      DocumentTable<T> table, TransactionTemplate transactions, Instant now, boolean dryRun) {
    this.table = table;
    this.transactions = transactions;
    this.now = now;
    this.dryRun = dryRun;
    counts = new ImportReport.Counts();
  }

  ImportReport run(InputStream in, boolean csv, DocumentForm<Document<T>> form) throws IOException {
    try (DocumentFile<Document<T>> file = DocumentFile.of(in, csv, form)) {
      for (var line = file.next(); line.isPresent(); line = file.next()) {
        take(line.get());
      }
    } catch (UnreadableFileException e) {
      if (counts.received() == 0 && waiting.isEmpty()) {
        throw ApiProblem.document(e.problems());
      }
      counts.refuse(e.line(), e.problems());
    }
    store();
    return counts.report(dryRun);
  }

  private void take(Line<Document<T>> line) {
    switch (line.document()) {
      case Checked.Valid<Document<T>>(var document) -> {
        waiting.add(document);
        if (waiting.size() == BATCH) {
          store();
        }
      }
      case Checked.Invalid<Document<T>>(var problems) -> counts.refuse(line.number(), problems);
    }
  }

  private void store() {
    if (waiting.isEmpty()) {
      return;
    }
    List<Outcome> outcomes =
        transactions.execute(
            status -> {
              if (dryRun) {
                status.setRollbackOnly();
              }
              return table.store(List.copyOf(waiting), now);
            });
    outcomes.forEach(counts::add);
    waiting.clear();
  }
}
