package dev.entente.durable.registry;

import dev.entente.durable.queue.Item;
import dev.entente.durable.queue.ItemKind;
import dev.entente.durable.schedule.CronTimes;
import dev.entente.inngest.flow.Trigger;

/// A schedule of a function, ready to be asked. Immutable.
///
/// @param item of the queue that stands for it
public record CronTrigger(Trigger.Cron cron, CronTimes times, Item item) {
  private static final char SEPARATOR = '#';

  static CronTrigger of(String functionId, Trigger.Cron cron) {
    String instance = functionId + SEPARATOR + cron.text();
    return new CronTrigger(cron, CronTimes.of(cron), new Item(ItemKind.CRON, instance));
  }
}
