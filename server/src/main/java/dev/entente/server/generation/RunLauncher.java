package dev.entente.server.generation;

import dev.entente.inngest.function.Event;
import dev.entente.server.background.Awakened;
import dev.entente.server.background.FailureReason;
import dev.entente.server.engine.FunctionEngine;
import dev.entente.server.runs.GenerationRun;
import dev.entente.server.runs.RunHistory;
import dev.entente.server.runs.RunKind;
import dev.entente.server.runs.RunQueue;
import dev.entente.server.web.ApiProblem;
import dev.entente.server.web.ProblemType;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Asks the engine for generation runs. A run is recorded first, and asked for again until it has
/// begun: an engine skips what comes while the run before is still ending.
@Component
public class RunLauncher {
  private static final Logger LOG = LoggerFactory.getLogger(RunLauncher.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(300);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration FIRST_LOOK = Duration.ofSeconds(2);
  private static final int MOST_DOUBLINGS = 7;

  private final RunQueue queue;
  private final RunHistory history;
  private final RunLosses losses;
  private final FunctionEngine engine;
  private final InstantSource clock;
  private final LongSupplier nanoTime;
  private final Map<UUID, Long> due = new HashMap<>();
  private final Awakened worker = new Awakened("run-launcher", this::askAgain);

  RunLauncher(
      RunQueue queue,
      RunHistory history,
      RunLosses losses,
      FunctionEngine engine,
      InstantSource clock,
      LongSupplier nanoTime) {
    this.queue = queue;
    this.history = history;
    this.losses = losses;
    this.engine = engine;
    this.clock = clock;
    this.nanoTime = nanoTime;
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    worker.begin();
  }

  /// Starts a run over all active postings.
  ///
  /// @param startedBy who asks for it
  /// @throws ApiProblem with the run that is queued or goes on, if one is; or if the engine does
  ///   not answer
  public GenerationRun start(String startedBy) {
    losses.settle();
    return queue
        .request(RunKind.ALL, startedBy, List.of(), clock.instant())
        .map(id -> ask(id, RunKind.ALL))
        .orElseThrow(this::anotherIsGoing);
  }

  /// Starts a run over some postings.
  ///
  /// @param postingIds at least one
  /// @throws ApiProblem if the engine does not answer
  GenerationRun startSome(String startedBy, List<String> postingIds) {
    UUID id =
        queue
            .request(RunKind.SOME, startedBy, Chunks.of(postingIds), clock.instant())
            .orElseThrow();
    return ask(id, RunKind.SOME);
  }

  private ApiProblem anotherIsGoing() {
    return history
        .findGoing()
        .map(RunLauncher::isGoing)
        .orElseGet(() -> ApiProblem.of(ProblemType.RUN_IS_GOING, "?", "?"));
  }

  /// Refuses what needs a run to have ended.
  ///
  /// @param run which has not
  static ApiProblem isGoing(GenerationRun run) {
    return ApiProblem.of(ProblemType.RUN_IS_GOING, run.id(), run.requestedAt()).with("run", run);
  }

  private GenerationRun ask(UUID id, RunKind kind) {
    try {
      ask(new RunQueue.Waiting(id, kind, 0));
    } catch (RuntimeException e) {
      // The engine may have been asked all the same, and begun.
      if (queue.withdraw(id)) {
        throw e;
      }
    }
    worker.wake();
    return history.find(id).orElseThrow();
  }

  private void ask(RunQueue.Waiting run) {
    if (queue.ask(run)) {
      String name =
          run.kind() == RunKind.ALL
              ? FunctionDefinitions.ALL_REQUESTED
              : FunctionDefinitions.SOME_REQUESTED;
      engine.send(
          Event.of(name, Map.of("run", run.id())).withId("run-" + run.id() + "-" + run.asked()));
      LOG.info("run asked for: run={} time={}", run.id(), run.asked() + 1);
    }
  }

  /// Asks once more for what has not begun for a while; true if some is waited for.
  private boolean askAgain() {
    List<RunQueue.Waiting> waiting = queue.waiting();
    due.keySet().retainAll(waiting.stream().map(RunQueue.Waiting::id).toList());
    if (waiting.isEmpty()) {
      return false;
    }
    LockSupport.parkNanos(FIRST_PAUSE.toNanos());
    waiting.forEach(this::askIfDue);
    return true;
  }

  private void askIfDue(RunQueue.Waiting run) {
    long now = nanoTime.getAsLong();
    long at = due.computeIfAbsent(run.id(), _ -> now + firstPause(run.asked()));
    if (now - at < 0) {
      return;
    }
    due.put(run.id(), now + pause(run.asked() + 1));
    try {
      ask(run);
    } catch (RuntimeException e) {
      LOG.warn("a run waits for the engine: run={}: {}", run.id(), FailureReason.of(e));
    }
  }

  // Another process may have asked long ago.
  private static long firstPause(int asked) {
    return Math.min(pause(asked), FIRST_LOOK.toNanos());
  }

  private static long pause(int asked) {
    long nanos = FIRST_PAUSE.toNanos() << Math.min(asked, MOST_DOUBLINGS);
    return Math.min(nanos, LONGEST_PAUSE.toNanos());
  }

  @PreDestroy
  void end() {
    worker.end();
  }
}
