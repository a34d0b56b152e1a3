package dev.entente.server.generation;

import dev.entente.server.rankings.Rankings;
import dev.entente.server.runs.GenerationRun;
import dev.entente.server.runs.RunLedger;
import dev.entente.server.web.ApiProblem;
import dev.entente.server.web.ProblemType;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Starts generation runs in the background, one at a time over all processes of a database.
@Component
public class RunLauncher {
  private static final Logger LOG = LoggerFactory.getLogger(RunLauncher.class);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration MOMENT = Duration.ofMillis(10);
  private static final int TRIES = 100;

  private final DataSource database;
  private final Generation generation;
  private final RunLedger ledger;
  private final InstantSource clock;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("generation").factory());
  private volatile boolean isStopping;
  private volatile boolean isRunning;

  RunLauncher(DataSource database, Generation generation, RunLedger ledger, InstantSource clock) {
    this.database = database;
    this.generation = generation;
    this.ledger = ledger;
    this.clock = clock;
  }

  /// Starts a run.
  ///
  /// @param startedBy who asks for it
  /// @throws ApiProblem with the run that is going, if one is
  public GenerationRun start(String startedBy) {
    RunLock lock = lock();
    try {
      ledger.interrupt(clock.instant());
      return launch(startedBy, lock);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  // A run is recorded as ended a moment before it gives the lock back, and whoever saw its end may
  // start the next at once.
  private RunLock lock() {
    for (int i = 0; i < TRIES; i++) {
      // A database that restarts forgets the lock; the run of this process goes on all the same.
      Optional<RunLock> lock = isRunning ? Optional.empty() : RunLock.tryAcquire(database);
      if (lock.isPresent()) {
        return lock.get();
      }
      if (ledger.findRunning().isPresent()) {
        throw isGoing();
      }
      LockSupport.parkNanos(MOMENT.toNanos());
    }
    throw isGoing();
  }

  private ApiProblem isGoing() {
    Optional<GenerationRun> run = ledger.findRunning();
    var problem =
        ApiProblem.of(
            ProblemType.RUN_IS_GOING,
            run.map(going -> going.id().toString()).orElse("?"),
            run.map(going -> going.startedAt().toString()).orElse("?"));
    return run.map(going -> problem.with("run", going)).orElse(problem);
  }

  private GenerationRun launch(String startedBy, RunLock lock) {
    Instant now = clock.instant();
    Instant asOf = Rankings.wholeSecond(now);
    UUID id = ledger.open(startedBy, asOf, now);
    GenerationRun run = ledger.find(id).orElseThrow();
    LOG.info("run starts: run={} by={}", id, startedBy);
    isRunning = true;
    worker.execute(
        () -> {
          try (lock) {
            generation.run(id, asOf, () -> isStopping);
          } catch (RuntimeException e) {
            LOG.error("run could not be recorded: run={}", id, e);
          } finally {
            isRunning = false;
          }
        });
    return run;
  }

  /// Runs again what died with its process.
  @EventListener(ApplicationReadyEvent.class)
  void resume() {
    RunLock.tryAcquire(database)
        .ifPresent(
            lock -> {
              int interrupted;
              try (lock) {
                interrupted = ledger.interrupt(clock.instant());
              }
              if (interrupted > 0) {
                LOG.info("a run was interrupted and is done again");
                startUnlessGoing();
              }
            });
  }

  private void startUnlessGoing() {
    try {
      start("RESUMPTION");
    } catch (ApiProblem e) {
      LOG.debug("another process was first: {}", e.getMessage());
    }
  }

  @PreDestroy
  void stop() throws InterruptedException {
    isStopping = true;
    worker.shutdown();
    if (!worker.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      worker.shutdownNow();
    }
  }
}
