package dev.entente.durable.engine;

import dev.entente.durable.queue.Item;
import dev.entente.durable.queue.QueueTable;
import dev.entente.durable.registry.Registry;
import dev.entente.durable.store.EventTable;
import dev.entente.durable.store.PlaceTable;
import dev.entente.durable.store.RunEnd;
import dev.entente.durable.store.RunOrigin;
import dev.entente.durable.store.RunRow;
import dev.entente.durable.store.RunStatus;
import dev.entente.durable.store.RunTable;
import dev.entente.durable.store.StepEnd;
import dev.entente.durable.store.StepTable;
import dev.entente.durable.store.StoredEvent;
import dev.entente.inngest.json.Json;
import java.util.Optional;

/// Ends runs, with all that waits for it. Shared by threads.
final class Ends {
  private static final String SINGLETON = "singleton ";

  private final Registry registry;

  Ends(Registry registry) {
    this.registry = registry;
  }

  /// Waits for whoever else starts or ends runs of the same singleton.
  static void lockSingleton(Unit unit, RunRow run) {
    run.singletonKey().ifPresent(key -> lockSingleton(unit, run.functionId(), key));
  }

  /// The same for a run that is not there yet.
  static void lockSingleton(Unit unit, String functionId, String singletonKey) {
    unit.transaction().lock(SINGLETON + functionId + " " + singletonKey);
  }

  /// Ends a run: takes its items out of the queue, gives its places back, lets the run behind it
  /// begin, wakes the step that waits for it, and tells whoever hears it.
  ///
  /// @return whether it had not ended
  boolean end(Unit unit, RunRow run, RunEnd end) {
    lockSingleton(unit, run);
    if (!RunTable.end(unit.transaction(), run.id(), end, unit.now())) {
      return false;
    }
    QueueTable.dropRun(unit.transaction(), run.id()); // behind it none is added any more
    PlaceTable.freeRun(unit.transaction(), run.id(), unit.now());
    run.singletonKey().ifPresent(key -> promote(unit, run.functionId(), key));
    run.invoker().ifPresent(invoker -> wake(unit, invoker, end));
    tell(unit, run, end);
    return true;
  }

  private static void promote(Unit unit, String functionId, String singletonKey) {
    if (RunTable.findHolder(unit.transaction(), functionId, singletonKey).isEmpty()) {
      RunTable.promote(unit.transaction(), functionId, singletonKey)
          .ifPresent(id -> QueueTable.add(unit.transaction(), Item.ofRun(id, 0), unit.now()));
    }
  }

  private static void wake(Unit unit, RunOrigin.Invoked invoker, RunEnd end) {
    RunTable.find(unit.transaction(), invoker.runId())
        .filter(parent -> !parent.status().hasEnded())
        .ifPresent(
            parent ->
                wake(
                    unit, Item.ofTimer(parent.id(), parent.round(), invoker.hash()), stepEnd(end)));
  }

  /// Ends a step that waits: the item that was to give it up finds it ended, and goes on.
  static void wake(Unit unit, Item timer, StepEnd end) {
    QueueTable.wake(unit.transaction(), timer, unit.now());
    StepTable.end(unit.transaction(), timer.runId(), timer.hash(), end, unit.now());
  }

  private static StepEnd stepEnd(RunEnd end) {
    return switch (end.status()) {
      case COMPLETED -> new StepEnd.Done(end.output().orElse(Json.NULL));
      case FAILED -> new StepEnd.Failed(end.error().orElseThrow());
      default ->
          new StepEnd.Failed(
              Failures.report(
                  "the function that was invoked has been cancelled"
                      + end.reason().map(reason -> ": " + reason).orElse("")));
    };
  }

  private void tell(Unit unit, RunRow run, RunEnd end) {
    String name = SystemEvents.name(end.status());
    if (end.status() == RunStatus.COMPLETED && !isHeard(unit, name)) {
      return;
    }
    StoredEvent started = EventTable.get(unit.transaction(), run.eventId());
    if (!SystemEvents.isOfEnd(started.name())) {
      unit.emit(SystemEvents.ofEnd(run, end, started), run.id());
    }
  }

  private boolean isHeard(Unit unit, String name) {
    return registry.isHeard(name) || StepTable.isWaitedFor(unit.transaction(), name);
  }

  /// The error of a run that its surroundings have failed.
  static RunEnd failed(String message) {
    return RunEnd.failed(Failures.report(message));
  }

  /// The run, if it has not ended.
  static Optional<RunRow> findGoingOn(Unit unit, String runId) {
    return RunTable.find(unit.transaction(), runId).filter(run -> !run.status().hasEnded());
  }
}
