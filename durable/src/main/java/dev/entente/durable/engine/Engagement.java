package dev.entente.durable.engine;

import dev.entente.durable.queue.Fence;
import dev.entente.durable.queue.Item;
import dev.entente.durable.queue.QueueTable;
import dev.entente.durable.registry.Registered;
import dev.entente.durable.registry.Registry;
import dev.entente.durable.store.FunctionTable;
import dev.entente.durable.store.RegistrationTable;
import dev.entente.durable.store.RunRow;
import dev.entente.durable.store.RunStatus;
import dev.entente.durable.store.RunTable;
import dev.entente.durable.store.RunTable.PendingRun;
import dev.entente.durable.store.StepTable;
import dev.entente.inngest.flow.Timeouts;
import dev.entente.inngest.function.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Sees whether an item may be worked on, and reads what that needs.
final class Engagement {
  // Whoever resumes the function wakes its runs.
  private static final Duration PAUSED = Duration.ofHours(1);

  private final Registry registry;
  private final Absences absences;

  Engagement(Registry registry, Absences absences) {
    this.registry = registry;
    this.absences = absences;
  }

  /// Takes an item up.
  ///
  /// @param beforeRound only steps of earlier rounds are read
  /// @return empty if there is nothing to be done now; the item is seen to
  Optional<Engaged> begin(Unit unit, Fence fence, int beforeRound) {
    QueueTable.hold(unit.transaction(), fence);
    Optional<PendingRun> run = RunTable.holdPending(unit.transaction(), fence.item().runId());
    if (run.isEmpty()) {
      QueueTable.remove(unit.transaction(), fence);
      return Optional.empty();
    }
    String functionId = run.get().run().functionId();
    Optional<Registered> function = registry.findCallable(functionId);
    if (function.isEmpty()) {
      leave(unit, fence, functionId);
      return Optional.empty();
    }
    if (run.get().isPaused() && FunctionTable.isStillPaused(unit.transaction(), functionId)) {
      putOff(unit, fence, PAUSED);
      return Optional.empty();
    }
    return begin(unit, fence, run.get(), function.get(), beforeRound);
  }

  private static void putOff(Unit unit, Fence fence, Duration time) {
    Places.stepAside(unit, fence);
    QueueTable.postpone(unit.transaction(), fence, unit.now().plus(time));
  }

  private void leave(Unit unit, Fence fence, String functionId) {
    Optional<Instant> seen = RegistrationTable.findSeen(unit.transaction(), functionId);
    unit.transaction().relax();
    putOff(unit, fence, absences.delay(functionId, seen, unit.now()));
  }

  private static Optional<Engaged> begin(
      Unit unit, Fence fence, PendingRun pending, Registered function, int beforeRound) {
    RunRow run = pending.run();
    Event event = pending.event().toEvent();
    if (!Places.take(unit, fence, function, run, event)) {
      return Optional.empty();
    }
    if (run.status() == RunStatus.QUEUED) {
      start(unit, run, function);
    }
    unit.transaction().relax();
    return Optional.of(
        new Engaged(
            fence,
            run,
            function,
            event,
            StepTable.listEnded(unit.transaction(), run.id(), beforeRound)));
  }

  private static void start(Unit unit, RunRow run, Registered function) {
    RunTable.begin(unit.transaction(), run.id(), unit.now());
    function
        .timeouts()
        .flatMap(Timeouts::start)
        .ifPresent(_ -> QueueTable.drop(unit.transaction(), Item.ofStartDeadline(run.id())));
    function
        .timeouts()
        .flatMap(Timeouts::finish)
        .ifPresent(
            most ->
                QueueTable.add(
                    unit.transaction(), Item.ofFinishDeadline(run.id()), unit.now().plus(most)));
  }
}
