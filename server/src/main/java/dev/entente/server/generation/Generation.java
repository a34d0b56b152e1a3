package dev.entente.server.generation;

import dev.entente.matching.criteria.RunConditions;
import dev.entente.server.postings.StoredPosting;
import dev.entente.server.runs.RunLedger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.stereotype.Component;

/// One pass over all active job postings: rank, then replace the lists, some at a time.
@Component
class Generation {
  private static final Logger LOG = LoggerFactory.getLogger(Generation.class);

  private final RunConditionsOf conditions;
  private final CandidatePool pool;
  private final StoredPosting.Finder postings;
  private final RunWriter writer;
  private final RunLedger ledger;
  private final InstantSource clock;
  private final LongSupplier nanoTime;
  private final RetryTemplate retries = new RetryTemplate(PatientWriter.policy());

  Generation(
      RunConditionsOf conditions,
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
      long start = nanoTime.getAsLong();
      RunConditions fixed = patiently(() -> conditions.fix(run, asOf));
      int size = patiently(() -> pool.upToDate(fixed)).size();
      // Listed when the conditions stand: a posting that comes later is ranked under them at once.
      List<String> active = patiently(postings::listActiveIds);
      var progress = new RunProgress(active.size(), size, nanoTime, start);
      writer.write(new RunWriter.Order(run, fixed, active), progress, isStopping);
      if (isStopping.getAsBoolean()) {
        LOG.info("run stops, and goes on at the next start: run={}", run);
      } else {
        finish(run, progress);
      }
    } catch (RuntimeException e) {
      LOG.error("run failed: run={}", run, e);
      patiently(
          () -> {
            ledger.fail(run, FailureReason.of(e), clock.instant());
            return true;
          });
    }
  }

  private void finish(UUID run, RunProgress progress) {
    conditions.unreadable().forEach(progress::leftOut);
    patiently(
        () -> {
          ledger.finish(run, progress.soFar(), progress.failures(), clock.instant());
          return true;
        });
    LOG.info("run completed: run={} {}", run, progress);
  }

  private interface Work<R> {
    R run();
  }

  private <R> R patiently(Work<R> work) {
    try {
      return retries.execute(work::run);
    } catch (RetryException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    }
  }
}
