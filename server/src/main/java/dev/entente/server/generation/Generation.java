package dev.entente.server.generation;

import dev.entente.matching.criteria.RunConditions;
import dev.entente.server.background.FailureReason;
import dev.entente.server.background.Patience;
import dev.entente.server.postings.StoredPosting;
import dev.entente.server.rankings.CandidatePool;
import dev.entente.server.runs.RunEndedException;
import dev.entente.server.runs.RunLedger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// One pass over all active job postings: rank, then replace the lists, some at a time.
@Component
class Generation {
  private static final Logger LOG = LoggerFactory.getLogger(Generation.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final ConditionsFixing conditions;
  private final CandidatePool pool;
  private final StoredPosting.Finder postings;
  private final RunWriter writer;
  private final RunLedger ledger;
  private final InstantSource clock;
  private final LongSupplier nanoTime;
  private final Patience patience = new Patience();

  Generation(
      ConditionsFixing conditions,
      CandidatePool pool,
      StoredPosting.Finder postings,
      RunWriter writer,
      RunLedger ledger,
      InstantSource clock,
      LongSupplier nanoTime) {
    this.conditions = conditions;
    this.pool = pool;
    this.postings = postings;
    this.writer = writer;
    this.ledger = ledger;
    this.clock = clock;
    this.nanoTime = nanoTime;
  }

  /// Does the work of a run that was opened.
  ///
  /// @param asOf the instant of all its scores
  /// @param isStopping asked now and then; the run is left as it is then, for the next start
  void run(UUID run, Instant asOf, BooleanSupplier isStopping) {
    try {
      rankAll(run, asOf, isStopping);
    } catch (RunEndedException e) {
      LOG.warn("run stops: {}", e.getMessage());
    } catch (RuntimeException e) {
      fail(run, e, isStopping);
    } catch (Error e) {
      fail(run, e, isStopping);
      throw e;
    }
  }

  private void rankAll(UUID run, Instant asOf, BooleanSupplier isStopping) {
    long start = nanoTime.getAsLong();
    RunConditions fixed = patience.get(() -> conditions.fix(run, asOf));
    int size = patience.get(() -> pool.upToDate(fixed)).size();
    // Listed when the conditions stand: a posting that comes later is ranked under them at once.
    List<String> active = patience.get(postings::listActiveIds);
    var progress = new RunProgress(active.size(), size, nanoTime, start);
    writer.write(new RunWriter.Assignment(run, fixed, active), progress, isStopping);
    if (isStopping.getAsBoolean()) {
      LOG.info("run stops, and goes on at the next start: run={}", run);
    } else {
      patience.get(conditions::unreadable).forEach(progress::leftOut);
      patience.run(
          () -> ledger.finish(run, progress.soFar(), progress.failures(), clock.instant()));
      LOG.info("run completed: run={} {}", run, progress);
    }
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
      patience.run(() -> conditions.fail(run, FailureReason.of(failure), clock.instant()));
      return true;
    } catch (RunEndedException e) {
      LOG.warn("run failed, and: {}", e.getMessage());
      return true;
    } catch (RuntimeException e) {
      LOG.warn("the end of a run is not recorded yet: run={}: {}", run, FailureReason.of(e));
      return false;
    }
  }
}
