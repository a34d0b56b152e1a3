package dev.entente.durable.engine;

import dev.entente.durable.queue.Fence;
import dev.entente.durable.queue.Item;
import dev.entente.durable.queue.QueueTable;
import dev.entente.durable.queue.Work;
import dev.entente.durable.store.StepEnd;
import dev.entente.durable.store.StepRow;
import dev.entente.durable.store.StepTable;
import dev.entente.inngest.json.Json;

/// Ends steps whose time has come: sleeps, and waits that are given up. Shared by threads.
final class TimerWork implements Work {
  private static final String GIVEN_UP = "InngestInvokeTimeoutError";

  private final Units units;

  TimerWork(Units units) {
    this.units = units;
  }

  @Override
  public void perform(Fence fence) {
    if (units.get(unit -> end(unit, fence))) {
      units.run(unit -> Settling.settle(unit, fence));
    }
  }

  // Whether the run goes on.
  private static boolean end(Unit unit, Fence fence) {
    QueueTable.hold(unit.transaction(), fence);
    Item item = fence.item();
    if (Ends.findGoingOn(unit, item.runId()).isEmpty()) {
      QueueTable.remove(unit.transaction(), fence);
      return false;
    }
    StepTable.find(unit.transaction(), item.runId(), item.hash())
        .filter(StepRow::isPending)
        .ifPresent(
            step ->
                StepTable.end(
                    unit.transaction(), item.runId(), item.hash(), endOf(step), unit.now()));
    return true;
  }

  private static StepEnd endOf(StepRow step) {
    return switch (step.kind()) {
      case SLEEP, EVENT_WAIT -> new StepEnd.Done(Json.NULL);
      case INVOCATION ->
          new StepEnd.Failed(
              Failures.report(
                  GIVEN_UP,
                  "step %s has waited for run %s as long as it may"
                      .formatted(step.id(), step.invokedRun().orElse("(none)"))));
      case RUN -> throw new IllegalStateException("code has no timer: step " + step.id());
    };
  }
}
