package dev.entente.server.engine;

import dev.entente.inngest.Inngest;
import dev.entente.inngest.function.Event;
import dev.entente.inngest.settings.ServerException;
import dev.entente.server.web.ApiProblem;
import dev.entente.server.web.ProblemType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An Inngest server, which calls the functions at the service's endpoint.
final class InngestEngine implements FunctionEngine {
  private static final Logger LOG = LoggerFactory.getLogger(InngestEngine.class);

  private final Inngest inngest;

  InngestEngine(Inngest inngest) {
    this.inngest = inngest;
  }

  @Override
  public void send(Event event) {
    try {
      inngest.send(event);
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
}
