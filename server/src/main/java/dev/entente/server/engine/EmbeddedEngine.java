package dev.entente.server.engine;

import dev.entente.durable.call.LocalApp;
import dev.entente.durable.engine.DurableEngine;
import dev.entente.durable.engine.RefusedException;
import dev.entente.durable.jdbc.DatabaseException;
import dev.entente.inngest.function.Event;
import dev.entente.inngest.function.InngestFunction;
import dev.entente.server.web.ApiProblem;
import dev.entente.server.web.ProblemType;
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
  public void send(Event event) {
    try {
      engine.events().send(event);
    } catch (DatabaseException e) {
      LOG.warn("an event could not be sent: event={}", event.name(), e);
      throw ApiProblem.of(ProblemType.UNAVAILABLE);
    }
  }

  @Override
  public boolean hasEnded(String engineRun) {
    return isRunning
        && engine.runs().find(engineRun).map(run -> run.run().status().hasEnded()).orElse(true);
  }

  @Override
  public void cancel(String engineRun, String reason) {
    try {
      engine.runs().cancel(engineRun, reason);
    } catch (RefusedException e) {
      LOG.debug("nothing is left to be cancelled: {}", e.getMessage());
    }
  }
}
