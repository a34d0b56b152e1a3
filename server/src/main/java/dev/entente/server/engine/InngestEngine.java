package dev.entente.server.engine;

import dev.entente.inngest.Inngest;
import dev.entente.inngest.function.Event;
import dev.entente.inngest.settings.ServerException;
import dev.entente.server.engine.view.EngineEvent;
import dev.entente.server.engine.view.EngineFunction;
import dev.entente.server.engine.view.EngineLine;
import dev.entente.server.engine.view.EngineLogSearch;
import dev.entente.server.engine.view.EngineRun;
import dev.entente.server.engine.view.EventQuery;
import dev.entente.server.engine.view.FunctionRun;
import dev.entente.server.web.ApiProblem;
import dev.entente.server.web.ProblemType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/// An Inngest server, which calls the functions at the service's endpoint. What it keeps of them is
/// in its own dashboard.
final class InngestEngine implements FunctionEngine {
  private static final Logger LOG = LoggerFactory.getLogger(InngestEngine.class);

  private final Inngest inngest;
  private final String dashboard;

  /// @param dashboard its address
  InngestEngine(Inngest inngest, String dashboard) {
    this.inngest = inngest;
    this.dashboard = dashboard;
  }

  @Override
  public String send(Event event) {
    try {
      return inngest.send(event).getFirst();
    } catch (ServerException e) {
      LOG.warn("Inngest took no event: event={}: {}", event.name(), e.getMessage());
      throw ApiProblem.of(ProblemType.ENGINE_UNAVAILABLE, String.valueOf(e.getMessage()));
    }
  }

  @Override
  public boolean hasEnded(String engineRun) {
    return false;
  }

  // Its run ends by itself: each of its next steps finds out that there is nothing left to do.
  @Override
  public void cancel(String engineRun, String reason) {
    LOG.info("Inngest's run ends with its next step: run={}: {}", engineRun, reason);
  }

  @Override
  public String name() {
    return "inngest";
  }

  @Override
  public Optional<String> dashboard() {
    return Optional.of(dashboard);
  }

  @Override
  public Optional<EngineRun> find(String engineRun) {
    return Optional.empty();
  }

  @Override
  public List<EngineLine> logs(String engineRun, long after, int most) {
    throw cannot("logs");
  }

  @Override
  public List<EngineLine> searchLogs(String engineRun, EngineLogSearch search) {
    throw cannot("logs");
  }

  // The server can, but the ledger would not hear of it: what has ended there has ended here.
  @Override
  public Rerun rerunFrom(String engineRun, String step) {
    throw cannot("step");
  }

  @Override
  public List<EngineFunction> functions() {
    throw cannot("functions");
  }

  @Override
  public EngineFunction pause(String id) {
    throw cannot("pause");
  }

  @Override
  public EngineFunction resume(String id) {
    throw cannot("pause");
  }

  @Override
  public List<FunctionRun> runsOf(String id, Optional<String> before, int most) {
    throw cannot("functions");
  }

  @Override
  public List<FunctionRun> runs(Collection<String> engineRuns) {
    throw cannot("runs");
  }

  @Override
  public List<EngineEvent> events(EventQuery query, int most) {
    throw cannot("events");
  }

  @Override
  public List<String> eventNames() {
    throw cannot("events");
  }

  @Override
  public EngineEvent.WithData event(String id) {
    throw cannot("events");
  }

  private ApiProblem cannot(String what) {
    var way =
        new DefaultMessageSourceResolvable(
            new String[] {"engine.way." + what}, new Object[] {dashboard});
    return ApiProblem.of(ProblemType.ENGINE_CANNOT, way);
  }
}
