package dev.entente.durable.engine;

import dev.entente.durable.call.SentEvent;
import dev.entente.durable.queue.QueueTable;
import dev.entente.durable.registry.Registered;
import dev.entente.durable.registry.Registry;
import dev.entente.durable.store.EventTable;
import dev.entente.durable.store.FunctionTable;
import dev.entente.durable.store.RunEnd;
import dev.entente.durable.store.RunOrigin;
import dev.entente.durable.store.RunRow;
import dev.entente.durable.store.RunTable;
import dev.entente.durable.store.RunTable.Start;
import dev.entente.durable.store.StepTable;
import dev.entente.durable.store.StoredEvent;
import dev.entente.inngest.execution.StepRef;
import dev.entente.inngest.function.Event;
import dev.entente.inngest.json.Json;
import java.util.List;
import java.util.Optional;

/// What people and programs ask of the engine. Shared by threads.
final class Control {
  private final Units units;
  private final Registry registry;
  private final Starts starts;
  private final Ends ends;

  Control(Units units, Registry registry, Starts starts, Ends ends) {
    this.units = units;
    this.registry = registry;
    this.starts = starts;
    this.ends = ends;
  }

  List<String> send(List<Event> events) {
    List<SentEvent> sent =
        events.stream().map(event -> new SentEvent(Ids.next(units.now()), event)).toList();
    take(sent);
    return sent.stream().map(SentEvent::id).toList();
  }

  void take(List<SentEvent> events) {
    units.run(unit -> events.forEach(event -> unit.emit(event, Optional.empty())));
  }

  String start(String functionId, Json data) {
    Registered function = get(functionId);
    return units.get(
        unit -> {
          var sent = new SentEvent(Ids.next(unit.now()), SystemEvents.ofInvocation(data));
          StoredEvent event = StoredEvent.of(sent, unit.now());
          EventTable.add(unit.transaction(), event, unit.now(), Optional.empty());
          return start(unit, function, event, new RunOrigin.Sent());
        });
  }

  private String start(Unit unit, Registered function, StoredEvent event, RunOrigin origin) {
    Starts.Started started = starts.start(unit, function, event, origin);
    if (started.start() instanceof Start.Skipped(String reason)) {
      throw RefusedException.skipped(function.id(), reason);
    }
    return started.runId();
  }

  private Registered get(String functionId) {
    return registry
        .find(functionId)
        .orElseThrow(() -> RefusedException.unknownFunction(functionId));
  }

  void cancel(String runId, String reason) {
    units.run(
        unit -> {
          RunRow run = get(unit, runId);
          if (!ends.end(unit, run, RunEnd.cancelled(reason))) {
            throw RefusedException.over(runId, get(unit, runId).status());
          }
        });
  }

  private static RunRow get(Unit unit, String runId) {
    return RunTable.find(unit.transaction(), runId)
        .orElseThrow(() -> RefusedException.unknownRun(runId));
  }

  String rerun(String runId) {
    return units.get(unit -> rerun(unit, runId, Optional.empty()));
  }

  private String rerun(Unit unit, String runId, Optional<String> from) {
    RunRow run = get(unit, runId);
    if (!run.status().isOver()) {
      throw RefusedException.notOver(runId, run.status());
    }
    StoredEvent event = EventTable.get(unit.transaction(), run.eventId());
    return start(unit, get(run.functionId()), event, new RunOrigin.Rerun(runId, from));
  }

  String rerunFrom(String runId, String step, Optional<Json> input) {
    return units.get(
        unit -> {
          get(unit, runId);
          StepRef from =
              StepTable.findRef(unit.transaction(), runId, step)
                  .orElseThrow(() -> RefusedException.unknownStep(runId, step));
          String rerun = rerun(unit, runId, Optional.of(from.hash()));
          StepTable.copyBefore(unit.transaction(), runId, from.hash(), rerun);
          input.ifPresent(
              edited -> StepTable.edit(unit.transaction(), runId, from, rerun, edited, unit.now()));
          return rerun;
        });
  }

  void pause(String functionId) {
    units.run(
        unit -> {
          if (!FunctionTable.pause(unit.transaction(), functionId, unit.now())) {
            throw notChanged(unit, functionId, true);
          }
        });
  }

  void resume(String functionId) {
    units.run(
        unit -> {
          if (!FunctionTable.resume(unit.transaction(), functionId)) {
            throw notChanged(unit, functionId, false);
          }
          RunTable.listGoingOn(unit.transaction(), functionId)
              .forEach(run -> QueueTable.wakeRun(unit.transaction(), run.id(), unit.now()));
        });
  }

  private static RefusedException notChanged(Unit unit, String functionId, boolean isPaused) {
    return FunctionTable.exists(unit.transaction(), functionId)
        ? RefusedException.paused(functionId, isPaused)
        : RefusedException.unknownFunction(functionId);
  }
}
