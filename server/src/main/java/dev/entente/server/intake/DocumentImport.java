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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.springframework.transaction.support.TransactionTemplate;

/// One import: right lines are stored some hundred at a time, wrong ones are counted and shown. Not
/// thread-safe.
final class DocumentImport<T> {
  // Large enough that a commit is cheap, small enough that nobody waits long for its locks.
  private static final int BATCH = 500;
  private static final Future<List<Outcome>> NOTHING = CompletableFuture.completedFuture(List.of());

  private final DocumentTable<T> table;
  private final TransactionTemplate transactions;
  private final Instant now;
  private final boolean dryRun;
  private final ImportReport.Counts counts;
  private final List<Document<T>> waiting = new ArrayList<>(BATCH);
  private Future<List<Outcome>> storing = NOTHING;
  private boolean hasStored;

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
      if (counts.received() == 0 && waiting.isEmpty() && !hasStored) {
        throw ApiProblem.document(e.problems());
      }
      counts.refuse(e.line(), e.problems());
    }
    store();
    awaitStored();
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

  /// Has the waiting documents stored while the next are read: one batch at a time.
  private void store() {
    awaitStored();
    List<Document<T>> batch = List.copyOf(waiting);
    waiting.clear();
    hasStored = true;
    var task = new FutureTask<>(() -> batch.isEmpty() ? List.<Outcome>of() : store(batch));
    storing = task;
    Thread.ofVirtual().name("import").start(task);
  }

  private List<Outcome> store(List<Document<T>> batch) {
    DocumentTable.Storing storing = table.prepare(batch, dryRun);
    return transactions.execute(
        status -> {
          if (dryRun) {
            status.setRollbackOnly();
          }
          return storing.store(now);
        });
  }

  private void awaitStored() {
    try {
      storing.get().forEach(counts::add);
      storing = NOTHING;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
