package dev.entente.durable.engine;

import dev.entente.durable.queue.Fence;
import dev.entente.durable.queue.Item;
import dev.entente.durable.queue.ItemKind;
import dev.entente.durable.queue.QueueTable;
import dev.entente.durable.queue.Work;
import dev.entente.durable.retention.Purge;
import dev.entente.durable.retention.Purged;
import java.time.Duration;

/// Deletes what is old, once an hour, by one of all instances. Shared by threads.
final class PurgeWork implements Work {
  static final Item ITEM = new Item(ItemKind.PURGE, "all");

  private static final System.Logger LOG = System.getLogger(PurgeWork.class.getName());
  private static final Duration EVERY = Duration.ofHours(1);
  private static final Duration MOST = Duration.ofMinutes(10);

  private final Units units;
  private final Purge purge;

  PurgeWork(Units units, Purge purge) {
    this.units = units;
    this.purge = purge;
  }

  @Override
  public void perform(Fence fence) {
    Purged purged = purge.purge(MOST);
    LOG.log(System.Logger.Level.DEBUG, "deleted what is old: {0}", purged);
    units.run(unit -> QueueTable.postpone(unit.transaction(), fence, unit.now().plus(EVERY)));
  }
}
