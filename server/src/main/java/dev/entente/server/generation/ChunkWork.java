package dev.entente.server.generation;

import dev.entente.matching.ranking.Ranking;
import dev.entente.server.background.FailureReason;
import dev.entente.server.background.Patience;
import dev.entente.server.engine.Instance;
import dev.entente.server.rankings.PatientWriter;
import dev.entente.server.rankings.Rankings;
import dev.entente.server.runs.ChunkLedger;
import dev.entente.server.runs.RunEndedException;
import dev.entente.server.runs.RunHistory;
import dev.entente.server.runs.RunLedger;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Ranks the postings of a chunk and replaces their lists, some in each transaction. Shared by
/// threads.
@Component
class ChunkWork {
  private static final Logger LOG = LoggerFactory.getLogger(ChunkWork.class);

  // One ranks while the database writes for another.
  private static final int THREADS = 3;

  // A transaction of so many lists ends well within half a second: nobody waits longer for its
  // locks.
  private static final int TOGETHER = 125;

  private final Rankings rankings;
  private final PatientWriter writer;
  private final ChunkLedger ledger;
  private final RunLedger runs;
  private final RunHistory history;
  private final Instance instance;
  private final InstantSource clock;
  private final LongSupplier nanoTime;
  private final Patience patience = new Patience();
  private final Semaphore threads = new Semaphore(THREADS, true);

  ChunkWork(
      Rankings rankings,
      PatientWriter writer,
      ChunkLedger ledger,
      RunLedger runs,
      RunHistory history,
      Instance instance,
      InstantSource clock,
      LongSupplier nanoTime) {
    this.rankings = rankings;
    this.writer = writer;
    this.ledger = ledger;
    this.runs = runs;
    this.history = history;
    this.instance = instance;
    this.clock = clock;
    this.nanoTime = nanoTime;
  }

  /// What is to be ranked.
  record Order(UUID run, int chunk) {}

  /// The process ends in the middle of a chunk.
  private static final class EndingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    EndingException() {
      super("the process ends in the middle of the chunk", null, false, false);
    }
  }

  /// What an attempt has done.
  ///
  /// @param attempt its number; 0 if nothing was left to do, because the run has ended
  record Done(int attempt, int written, int failed, int matchings) {
    private static final Done NOTHING = new Done(0, 0, 0, 0);

    private static Done of(int attempt, ChunkLedger.Progress all) {
      return new Done(attempt, all.written(), all.failed(), all.matchings());
    }
  }

  /// Makes an attempt at a chunk.
  ///
  /// @throws RuntimeException if it broke off, or another attempt has begun; a later one may fare
  ///   better
  Done rank(Order order) throws InterruptedException {
    threads.acquire();
    try {
      return patience
          .get(() -> begin(order))
          .map(this::rankWhileGoing)
          .orElseGet(() -> before(order));
    } finally {
      threads.release();
    }
  }

  private Optional<ChunkLedger.Attempt> begin(Order order) {
    runs.awaitHolder(order.run());
    return ledger.begin(order.run(), order.chunk(), instance.name(), clock.instant());
  }

  // Another attempt may have done it, and its answer was lost.
  private Done before(Order order) {
    return ledger
        .find(order.run(), order.chunk())
        .filter(chunk -> chunk.status() == ChunkLedger.Status.DONE)
        .map(chunk -> Done.of(chunk.attempt(), chunk.progress()))
        .orElse(Done.NOTHING);
  }

  private Done rankWhileGoing(ChunkLedger.Attempt attempt) {
    try {
      return rank(attempt);
    } catch (RunEndedException e) {
      if (history.isGoing(attempt.run())) {
        throw e;
      }
      LOG.info("chunk stops, the run has ended: run={} chunk={}", attempt.run(), attempt.number());
      return Done.NOTHING;
    } catch (EndingException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      record(attempt, e);
      throw e;
    }
  }

  private Done rank(ChunkLedger.Attempt attempt) {
    var tally = new ChunkTally(nanoTime);
    Rankings.Watch watch = watch(attempt, tally);
    for (List<String> some : Chunks.of(attempt.postingIds(), TOGETHER)) {
      requireUninterrupted();
      tally.written(writer.write(some, rankings.ofRun(attempt.run(), watch)));
      patience.run(() -> ledger.progress(attempt, tally.soFar()));
    }
    requireUninterrupted();
    patience.run(
        () ->
            ledger.done(
                attempt,
                tally.soFar(),
                tally.candidates(),
                tally.failures(),
                tally.noteworthy(),
                clock.instant()));
    ChunkLedger.Progress all = tally.soFar();
    LOG.info(
        "chunk done: run={} chunk={} written={} failed={} matchings={}",
        attempt.run(),
        attempt.number(),
        all.written(),
        all.failed(),
        all.matchings());
    return Done.of(attempt.attempt(), all);
  }

  private Rankings.Watch watch(ChunkLedger.Attempt attempt, ChunkTally tally) {
    return new Rankings.Watch() {
      @Override
      public void requireGoing() {
        ledger.requireCurrent(attempt);
      }

      @Override
      public void loaded(int candidates, long nanos) {
        tally.loaded(candidates, nanos);
      }

      @Override
      public void counted(long nanos) {
        tally.counted(nanos);
      }

      @Override
      public void ranked(Ranking ranking, long nanos) {
        tally.ranked(ranking, nanos);
      }
    };
  }

  // The process ends: what is left of the chunk is for whoever is there then.
  private static void requireUninterrupted() {
    if (Thread.interrupted()) {
      throw new EndingException();
    }
  }

  private void record(ChunkLedger.Attempt attempt, Throwable failure) {
    LOG.warn("chunk breaks off: run={} chunk={}", attempt.run(), attempt.number(), failure);
    try {
      ledger.failed(attempt, FailureReason.of(failure), clock.instant());
    } catch (RuntimeException e) {
      LOG.warn("which could not be recorded: {}", FailureReason.of(e));
    }
  }
}
