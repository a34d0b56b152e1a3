package dev.entente.server.engine;

import dev.entente.durable.call.LocalApp;
import dev.entente.durable.engine.DurableEngine;
import dev.entente.durable.engine.RefusedException;
import dev.entente.durable.history.RunDetail;
import dev.entente.durable.history.RunFilter;
import dev.entente.durable.history.RunNotEndedException;
import dev.entente.durable.history.RunSummary;
import dev.entente.durable.history.StepStatus;
import dev.entente.durable.jdbc.DatabaseException;
import dev.entente.durable.log.LogSearch;
import dev.entente.durable.store.RunStatus;
import dev.entente.inngest.function.Event;
import dev.entente.inngest.function.InngestFunction;
import dev.entente.server.engine.view.EngineEvent;
import dev.entente.server.engine.view.EngineFunction;
import dev.entente.server.engine.view.EngineLine;
import dev.entente.server.engine.view.EngineLogSearch;
import dev.entente.server.engine.view.EngineRun;
import dev.entente.server.engine.view.EventQuery;
import dev.entente.server.engine.view.FunctionRun;
import dev.entente.server.web.ApiProblem;
import dev.entente.server.web.ProblemType;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// The embedded engine: functions run in this process, on the service's database.
///
/// It begins behind all other parts, and ends before them.
final class EmbeddedEngine implements FunctionEngine, SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedEngine.class);

  private static final int MOST_NAMES = 1_000;
  private static final Duration ENDING = Duration.ofSeconds(2);

  private final DurableEngine engine;
  private final Supplier<Stream<InngestFunction>> functions;
  private volatile boolean isRunning;

  /// @param functions asked for when it begins: they use it
  EmbeddedEngine(DurableEngine engine, Supplier<Stream<InngestFunction>> functions) {
    this.engine = engine;
    this.functions = functions;
  }

  @Override
  public void start() {
    engine.start(new LocalApp(APP, functions.get().toList()));
    StepLogAppender.install();
    isRunning = true;
  }

  @Override
  public void stop() {
    isRunning = false;
    engine.close();
  }

  @Override
  public boolean isRunning() {
    return isRunning;
  }

  @Override
  public String send(Event event) {
    try {
      return engine.events().send(event);
    } catch (DatabaseException e) {
      LOG.warn("an event could not be sent: event={}", event.name(), e);
      throw ApiProblem.of(ProblemType.UNAVAILABLE);
    }
  }

  @Override
  public boolean hasEnded(String engineRun) {
    return isRunning && engine.runs().status(engineRun).map(RunStatus::hasEnded).orElse(true);
  }

  @Override
  public void cancel(String engineRun, String reason) {
    try {
      engine.runs().cancel(engineRun, reason);
    } catch (RefusedException e) {
      LOG.debug("nothing is left to be cancelled: {}", e.getMessage());
    }
    engine.runs().find(engineRun).ifPresent(run -> cancelInvoked(run, reason));
  }

  // Runs that a run has invoked do not end with it.
  private void cancelInvoked(RunDetail run, String reason) {
    run.steps().stream()
        .filter(step -> step.status() == StepStatus.CANCELLED)
        .flatMap(step -> step.awaited().runId().stream())
        .forEach(invoked -> cancel(invoked, reason));
  }

  @Override
  public String name() {
    return EngineChoice.EMBEDDED.name();
  }

  @Override
  public Optional<String> dashboard() {
    return Optional.empty();
  }

  @Override
  public Optional<EngineRun> find(String engineRun) {
    return ask(
        running ->
            running
                .runs()
                .find(engineRun)
                .map(run -> EngineViews.run(run, running.runs().attemptsOfInvoked(engineRun))));
  }

  @Override
  public List<EngineLine> logs(String engineRun, long after, int most) {
    return ask(running -> running.runs().logsWithInvoked(engineRun, after, most)).stream()
        .map(EngineViews::line)
        .toList();
  }

  @Override
  public List<EngineLine> searchLogs(String engineRun, EngineLogSearch search) {
    var wanted =
        new LogSearch(
            search.words(),
            search.levels(),
            search.isNewestFirst(),
            search.beyond(),
            search.most());
    return ask(running -> running.runs().searchLogs(engineRun, wanted)).stream()
        .map(EngineViews::line)
        .toList();
  }

  @Override
  public Rerun rerunFrom(String engineRun, String step) {
    return ask(
        running -> {
          RunDetail run = ended(running, engineRun, step);
          if (run.steps().stream().noneMatch(one -> one.id().equals(step))) {
            throw ApiProblem.of(ProblemType.NO_STEP, step);
          }
          cancelInvoked(run, "its run is done once more from " + step);
          return new Rerun(rerun(running, engineRun, step), EngineViews.endedBefore(run, step));
        });
  }

  // Its last step tells others that it has ended, which goes on for a moment.
  private static RunDetail ended(DurableEngine running, String engineRun, String step) {
    try {
      return running.runs().await(engineRun, ENDING);
    } catch (RefusedException e) {
      throw ApiProblem.of(ProblemType.NO_STEP, step);
    } catch (RunNotEndedException e) {
      throw ApiProblem.of(ProblemType.ENGINE_REFUSES, String.valueOf(e.getMessage()));
    }
  }

  private static String rerun(DurableEngine running, String engineRun, String step) {
    try {
      return running.runs().rerunFrom(engineRun, step, Optional.empty());
    } catch (RefusedException e) {
      throw ApiProblem.of(ProblemType.ENGINE_REFUSES, String.valueOf(e.getMessage()));
    }
  }

  @Override
  public List<EngineFunction> functions() {
    return ask(running -> running.functions().list()).stream()
        .filter(EngineViews::isOurs)
        .map(EngineViews::function)
        .toList();
  }

  @Override
  public EngineFunction pause(String id) {
    // What invokes a paused function fails at once, and would take whole runs with it.
    if (requireFunction(id).triggers().isEmpty()) {
      throw ApiProblem.of(ProblemType.FUNCTION_IS_INVOKED, id);
    }
    return change(id, engineId -> engine.functions().pause(engineId), "paused");
  }

  @Override
  public EngineFunction resume(String id) {
    return change(id, engineId -> engine.functions().resume(engineId), "resumed");
  }

  private EngineFunction change(String id, Consumer<String> action, String what) {
    requireFunction(id);
    return ask(
        _ -> {
          try {
            action.accept(EngineViews.engineId(id));
            LOG.warn("function {}: function={}", what, id);
          } catch (RefusedException e) {
            LOG.debug("function {} already: {}", what, e.getMessage());
          }
          return requireFunction(id);
        });
  }

  private EngineFunction requireFunction(String id) {
    return ask(running -> running.functions().find(EngineViews.engineId(id)))
        .filter(EngineViews::isOurs)
        .map(EngineViews::function)
        .orElseThrow(() -> ApiProblem.of(ProblemType.NO_FUNCTION, id));
  }

  @Override
  public List<FunctionRun> runsOf(String id, Optional<String> before, int most) {
    requireFunction(id);
    RunFilter all = RunFilter.ALL.ofFunction(EngineViews.engineId(id));
    RunFilter filter = before.map(all::before).orElse(all);
    List<RunSummary> found = ask(running -> running.runs().list(filter, most));
    return runs(found.stream().map(RunSummary::id).toList());
  }

  @Override
  public List<FunctionRun> runs(Collection<String> engineRuns) {
    return ask(running -> running.runs().tell(engineRuns)).stream().map(ToldViews::run).toList();
  }

  @Override
  public List<EngineEvent> events(EventQuery query, int most) {
    return ask(running -> running.events().list(ToldViews.filter(query), most)).stream()
        .map(ToldViews::event)
        .toList();
  }

  @Override
  public List<String> eventNames() {
    return ask(running -> running.events().names(MOST_NAMES));
  }

  @Override
  public EngineEvent.WithData event(String id) {
    return ask(running -> running.events().find(id))
        .map(ToldViews::event)
        .orElseThrow(() -> ApiProblem.of(ProblemType.NO_EVENT, id));
  }

  private <T> T ask(Function<DurableEngine, T> question) {
    if (!isRunning) {
      throw ApiProblem.of(ProblemType.UNAVAILABLE); // it begins behind the web server
    }
    try {
      return question.apply(engine);
    } catch (DatabaseException e) {
      LOG.warn("the engine's tables cannot be read", e);
      throw ApiProblem.of(ProblemType.UNAVAILABLE);
    }
  }
}
