package dev.entente.server.generation;

import dev.entente.matching.criteria.CalibrationTally;
import dev.entente.matching.criteria.RunConditions;
import dev.entente.server.matchings.MatchingWriter;
import dev.entente.server.matchings.RankedPosting;
import dev.entente.server.postings.StoredPosting;
import dev.entente.server.runs.GenerationRun.Failure;
import dev.entente.server.runs.GenerationRun.Phases;
import dev.entente.server.runs.RunEndedException;
import dev.entente.server.runs.RunLedger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// One pass over all active job postings: rank, then replace each list in a transaction of its own.
@Component
class Generation {
  private static final Logger LOG = LoggerFactory.getLogger(Generation.class);
  private static final int RECORDED_EVERY = 20;
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final Rankings rankings;
  private final PatientWriter writer;
  private final RunLedger ledger;
  private final InstantSource clock;
  private final LongSupplier nanoTime;
  private final Patience patience = new Patience();

  Generation(
      Rankings rankings,
      PatientWriter writer,
      RunLedger ledger,
      InstantSource clock,
      LongSupplier nanoTime) {
    this.rankings = rankings;
    this.writer = writer;
    this.ledger = ledger;
    this.clock = clock;
    this.nanoTime = nanoTime;
  }

  /// Does the work of a run that was opened.
  ///
  /// @param asOf the instant of all its scores
  /// @param isStopping asked before each list; the run is left as it is then, for the next start
  void run(UUID run, Instant asOf, BooleanSupplier isStopping) {
    try {
      RankingPass pass = patience.get(() -> rankAll(asOf));
      patience.run(() -> calibrate(run, pass));
      write(run, pass, isStopping);
    } catch (RunEndedException e) {
      LOG.warn("run stops: {}", e.getMessage());
    } catch (RuntimeException e) {
      fail(run, e, isStopping);
    } catch (Error e) {
      fail(run, e, isStopping);
      throw e;
    }
  }

  private RankingPass rankAll(Instant asOf) {
    return rankings.rank(
        StoredPosting.Finder::listActive,
        tally -> conditions(asOf, tally),
        MatchingWriter.PLACES + MatchingWriter.RESERVE);
  }

  private RunConditions conditions(Instant asOf, CalibrationTally tally) {
    return new RunConditions(
        asOf,
        ledger
            .lastConditions()
            .map(last -> tally.after(last.calibration()))
            .orElseGet(tally::first));
  }

  private void calibrate(UUID run, RankingPass pass) {
    long failed = pass.failures().stream().filter(Failure::isOfAPosting).count();
    ledger.calibrate(run, pass.conditions(), pass.ranked().size() + Math.toIntExact(failed));
  }

  private void write(UUID run, RankingPass pass, BooleanSupplier isStopping) {
    var writing = new Writing(pass, nanoTime.getAsLong());
    for (RankedPosting ranked : pass.ranked()) {
      if (isStopping.getAsBoolean()) {
        LOG.info("run stops, and goes on at the next start: run={}", run);
        return;
      }
      writing.write(ranked);
      if (writing.attempted % RECORDED_EVERY == 0) {
        patience.run(() -> ledger.progress(run, writing.progress()));
      }
    }
    patience.run(() -> finish(run, writing));
  }

  private void finish(UUID run, Writing writing) {
    ledger.finish(run, writing.progress(), writing.failures, clock.instant());
    LOG.info(
        "run completed: run={} written={} failures={} matchings={}",
        run,
        writing.written,
        writing.failures.size(),
        writing.matchings);
  }

  // However long the database is away: a run that is over must not seem to go on.
  private void fail(UUID run, Throwable failure, BooleanSupplier isStopping) {
    LOG.error("run failed: run={}", run, failure);
    while (!isRecorded(run, failure) && !isStopping.getAsBoolean()) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private boolean isRecorded(UUID run, Throwable failure) {
    try {
      patience.run(() -> ledger.fail(run, FailureReason.of(failure), clock.instant()));
      return true;
    } catch (RunEndedException e) {
      LOG.warn("run failed, and: {}", e.getMessage());
      return true;
    } catch (RuntimeException e) {
      LOG.warn("the end of a run is not recorded yet: run={}: {}", run, FailureReason.of(e));
      return false;
    }
  }

  /// The lists of a run while they are written.
  private final class Writing {
    private final RankingPass pass;
    private final long start;
    private final List<Failure> failures;
    private int attempted;
    private int written;
    private int matchings;

    private Writing(RankingPass pass, long start) {
      this.pass = pass;
      this.start = start;
      failures = new ArrayList<>(pass.failures());
    }

    private void write(RankedPosting ranked) {
      attempted++;
      String posting = ranked.ranking().posting().value();
      try {
        if (writer.write(ranked) instanceof MatchingWriter.Written.Stands(int rows)) {
          written++;
          matchings += rows;
        }
      } catch (RuntimeException e) {
        LOG.warn("posting keeps its rows: posting={}", posting, e);
        failures.add(Failure.posting(posting, FailureReason.of(e)));
      }
    }

    private RunLedger.Progress progress() {
      long millis = (nanoTime.getAsLong() - start) / NANOS_PER_MILLI;
      return new RunLedger.Progress(
          pass.candidates(),
          written,
          matchings,
          new Phases(pass.loadMillis(), pass.rankMillis(), millis));
    }
  }
}
