package dev.entente.server.generation;

import dev.entente.matching.criteria.RunConditions;
import dev.entente.server.background.Patience;
import dev.entente.server.matchings.MatchingWriter;
import dev.entente.server.rankings.PatientWriter;
import dev.entente.server.rankings.Rankings;
import dev.entente.server.runs.RunLedger;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Ranks and writes all lists of a run: some threads, each with some postings at a time, so that
/// one ranks while the database writes for another.
@Component
class RunWriter {
  /// How many chunks are worked on at once.
  static final int THREADS = 3;

  // A transaction of so many lists ends well within half a second: nobody waits longer for its
  // locks.
  private static final int CHUNK = 100;

  private final Rankings rankings;
  private final PatientWriter writer;
  private final RunLedger ledger;
  private final LongSupplier nanoTime;
  private final Patience patience = new Patience();

  RunWriter(Rankings rankings, PatientWriter writer, RunLedger ledger, LongSupplier nanoTime) {
    this.rankings = rankings;
    this.writer = writer;
    this.ledger = ledger;
    this.nanoTime = nanoTime;
  }

  /// What a run is to write.
  record Assignment(UUID run, RunConditions conditions, List<String> postingIds) {
    private int chunks() {
      return Math.ceilDiv(postingIds.size(), CHUNK);
    }

    private List<String> chunk(int number) {
      int from = number * CHUNK;
      return postingIds.subList(from, Math.min(postingIds.size(), from + CHUNK));
    }
  }

  /// Writes all lists, or those until it is stopped.
  void write(Assignment assignment, RunProgress progress, BooleanSupplier isStopping) {
    var next = new AtomicInteger();
    Runnable chunks =
        () -> {
          for (int chunk = next.getAndIncrement();
              chunk < assignment.chunks() && !isStopping.getAsBoolean();
              chunk = next.getAndIncrement()) {
            try {
              write(assignment, assignment.chunk(chunk), progress);
            } catch (RuntimeException | Error e) {
              next.set(assignment.chunks()); // nobody begins another
              throw e;
            }
          }
        };
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      CompletableFuture.allOf(
              Stream.generate(() -> CompletableFuture.runAsync(chunks, threads))
                  .limit(THREADS)
                  .toArray(CompletableFuture[]::new))
          .join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private void write(Assignment assignment, List<String> postingIds, RunProgress progress) {
    MatchingWriter.Ranker ranker = rankings.ofRun(assignment.run(), assignment.conditions());
    MatchingWriter.Ranker timed =
        orders -> {
          long start = nanoTime.getAsLong();
          try {
            return ranker.rank(orders);
          } finally {
            progress.ranked(nanoTime.getAsLong() - start);
          }
        };
    progress.written(writer.write(postingIds, timed));
    patience.run(() -> ledger.progress(assignment.run(), progress.soFar()));
  }
}
