package dev.entente.durable.engine;

import dev.entente.durable.queue.Fence;
import dev.entente.durable.queue.Item;
import dev.entente.durable.queue.QueueTable;
import dev.entente.durable.store.RunTable;
import dev.entente.durable.store.StepTable;

/// Ends an item whose step has ended, and lets its run go on when it was the last of its round.
///
/// In a transaction behind the one that keeps the step's end: of several steps that end at once,
/// the last to be kept then sees that all others are. Until then the item stays, so that whoever
/// takes it over does this again.
final class Settling {
  private Settling() {}

  static void settle(Unit unit, Fence fence) {
    Item item = fence.item();
    QueueTable.hold(unit.transaction(), fence);
    if (StepTable.hasPending(unit.transaction(), item.runId(), item.round())) {
      unit.transaction().relax();
    } else if (RunTable.advance(unit.transaction(), item.runId(), item.round())) {
      QueueTable.add(unit.transaction(), Item.ofRun(item.runId(), item.round() + 1), unit.now());
    }
    Places.free(unit, fence); // behind the run, as everywhere they are locked
    QueueTable.remove(unit.transaction(), fence);
  }
}
