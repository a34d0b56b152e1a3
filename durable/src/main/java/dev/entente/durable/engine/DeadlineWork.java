package dev.entente.durable.engine;

import dev.entente.durable.queue.Fence;
import dev.entente.durable.queue.Item;
import dev.entente.durable.queue.QueueTable;
import dev.entente.durable.queue.Work;
import dev.entente.durable.store.RunEnd;
import dev.entente.durable.store.RunStatus;

/// Cancels runs that have not begun, or not ended, in time. Shared by threads.
final class DeadlineWork implements Work {
  private final Units units;
  private final Ends ends;

  DeadlineWork(Units units, Ends ends) {
    this.units = units;
    this.ends = ends;
  }

  @Override
  public void perform(Fence fence) {
    units.run(
        unit -> {
          Item item = fence.item();
          QueueTable.remove(unit.transaction(), fence);
          Ends.findGoingOn(unit, item.runId())
              .filter(run -> !item.isStartDeadline() || run.status() == RunStatus.QUEUED)
              .ifPresent(run -> ends.end(unit, run, RunEnd.cancelled(reason(item))));
        });
  }

  private static String reason(Item item) {
    return item.isStartDeadline()
        ? "it did not begin in time (timeouts.start)"
        : "it did not end in time (timeouts.finish)";
  }
}
