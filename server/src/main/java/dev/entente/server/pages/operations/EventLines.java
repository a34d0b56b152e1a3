package dev.entente.server.pages.operations;

import dev.entente.server.engine.FunctionEngine;
import dev.entente.server.engine.view.EngineEvent;
import dev.entente.server.pages.wording.Wording;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Joins events with the runs that they started.
@Component
final class EventLines {
  private final FunctionEngine engine;
  private final RunLines runs;

  EventLines(FunctionEngine engine, RunLines runs) {
    this.engine = engine;
    this.runs = runs;
  }

  /// The lines of events, in their order.
  List<EventLine> of(List<EngineEvent> events, Wording wording) {
    List<String> ids = events.stream().flatMap(EventLine::newest).distinct().toList();
    Map<String, RunLine> started =
        started(ids, wording).stream().collect(Collectors.toMap(RunLine::id, Function.identity()));
    return events.stream().map(event -> EventLine.of(event, started, wording)).toList();
  }

  /// The lines of runs with these ids of the engine's, newest first.
  List<RunLine> started(List<String> ids, Wording wording) {
    return ids.isEmpty() ? List.of() : runs.of(engine.runs(ids), wording);
  }
}
