package dev.entente.server.engine;

import dev.entente.durable.history.EventDetail;
import dev.entente.durable.history.EventFilter;
import dev.entente.durable.history.EventSummary;
import dev.entente.durable.history.RunSummary;
import dev.entente.durable.history.ToldRun;
import dev.entente.server.engine.view.EngineEvent;
import dev.entente.server.engine.view.EventQuery;
import dev.entente.server.engine.view.FunctionRun;
import java.time.Instant;
import java.util.Optional;

/// Shows what the embedded engine tells of runs and events in lists.
final class ToldViews {
  private static final String APP_PREFIX = FunctionEngine.APP + "-";

  private ToldViews() {}

  static FunctionRun run(ToldRun told) {
    RunSummary run = told.run();
    return new FunctionRun(
        run.id(),
        ownId(run.functionId()),
        run.status().name(),
        new FunctionRun.Times(
            run.queuedAt(), run.startedAt().orElse(null), run.endedAt().orElse(null)),
        new FunctionRun.Cause(
            run.eventId(),
            told.eventName().orElse(null),
            run.origin().invokedBy().orElse(null),
            run.origin().rerunOf().orElse(null)),
        told.error().or(run::reason).orElse(null));
  }

  private static String ownId(String engineId) {
    return engineId.startsWith(APP_PREFIX) ? engineId.substring(APP_PREFIX.length()) : engineId;
  }

  static EngineEvent event(EventSummary event) {
    return new EngineEvent(
        event.id(),
        event.name(),
        event.occurredAt(),
        event.receivedAt(),
        event.externalId().orElse(null),
        event.sentByRun().orElse(null),
        event.runIds());
  }

  static EngineEvent.WithData event(EventDetail event) {
    return new EngineEvent.WithData(event(event.event()), event.data().toString());
  }

  static EventFilter filter(EventQuery query) {
    Optional<Instant> from = query.from();
    EventFilter filter = EventFilter.SENT;
    filter = query.name().map(filter::named).orElse(filter);
    filter = from.map(filter::from).orElse(filter);
    filter = query.until().map(filter::until).orElse(filter);
    filter = query.before().map(filter::before).orElse(filter);
    return query.showsInternal() ? filter.withInternal() : filter;
  }
}
