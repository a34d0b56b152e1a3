package dev.entente.durable.engine;

import dev.entente.durable.call.CallOutcome;
import dev.entente.durable.log.LogStore;
import dev.entente.durable.log.StepLine;
import dev.entente.durable.log.StepLog;
import dev.entente.inngest.execution.CallResult;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Keeps what calls log, while they go on and when they end. That it cannot be kept is no reason
/// for a call to fail. Shared by threads.
final class Recorder implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Recorder.class.getName());
  private static final int EVERY_MILLIS = 500;

  private final LogStore store;
  private final Map<StepLog, Owner> calls = new ConcurrentHashMap<>();
  private final ScheduledExecutorService flusher =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("durable-log").factory());

  /// Whose lines they are.
  private record Owner(String runId, int attempt) {}

  Recorder(LogStore store) {
    this.store = store;
  }

  void start() {
    var _ =
        flusher.scheduleWithFixedDelay(
            this::keepOfSteps, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void keepOfSteps() {
    calls.forEach((log, owner) -> keep(owner, log.drainOfStep()));
  }

  /// Makes a call, and keeps what it logs.
  ///
  /// @param isOfStep whether the call is for one step; what it logs on the way there was logged
  ///   before
  CallOutcome during(String runId, int attempt, boolean isOfStep, Supplier<CallOutcome> call) {
    var log = new StepLog();
    var owner = new Owner(runId, attempt);
    calls.put(log, owner);
    try {
      CallOutcome outcome = during(log, call::get);
      boolean isOfStepAlone = isOfStep && !(outcome.result() instanceof CallResult.Failed);
      keep(
          owner,
          log.drain().stream()
              .filter(line -> !isOfStepAlone || !line.stepHash().isEmpty())
              .toList());
      return outcome;
    } finally {
      calls.remove(log);
    }
  }

  private static CallOutcome during(StepLog log, Callable<CallOutcome> call) {
    try {
      return log.during(call);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e); // a call throws no others
    }
  }

  private void keep(Owner owner, List<StepLine> lines) {
    try {
      store.add(owner.runId(), owner.attempt(), lines);
    } catch (RuntimeException e) {
      LOG.log(
          System.Logger.Level.WARNING, "lines of a run could not be kept: run=" + owner.runId(), e);
    }
  }

  @Override
  public void close() {
    flusher.shutdown();
  }
}
