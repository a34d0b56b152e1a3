package dev.entente.durable.engine;

import dev.entente.durable.call.SentEvent;
import dev.entente.durable.queue.Fence;
import dev.entente.durable.queue.QueueTable;
import dev.entente.durable.queue.Work;
import dev.entente.durable.registry.CronTrigger;
import dev.entente.durable.registry.Registered;
import dev.entente.durable.registry.Registry;
import dev.entente.durable.registry.Schedule;
import dev.entente.durable.schedule.CronTimes;
import dev.entente.durable.schedule.Missed;
import dev.entente.durable.store.EventTable;
import dev.entente.durable.store.FunctionTable;
import dev.entente.durable.store.RunOrigin;
import dev.entente.durable.store.StoredEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Starts runs when an instant of their cron comes, or has come while nobody was there. Shared by
/// threads.
final class CronWork implements Work {
  private static final Duration LATE = Duration.ofMinutes(1);
  private static final Duration UNKNOWN = Duration.ofSeconds(5);

  private final Units units;
  private final Registry registry;
  private final Starts starts;
  private final RandomGenerator random;

  CronWork(Units units, Registry registry, Starts starts, RandomGenerator random) {
    this.units = units;
    this.registry = registry;
    this.starts = starts;
    this.random = random;
  }

  @Override
  public void perform(Fence fence) {
    units.run(unit -> perform(unit, fence));
  }

  private void perform(Unit unit, Fence fence) {
    Optional<Schedule> schedule = registry.findSchedule(fence.item());
    Optional<Registered> function = schedule.map(Schedule::function);
    Optional<CronTrigger> trigger = schedule.map(Schedule::trigger);
    if (trigger.isEmpty()) {
      QueueTable.postpone(unit.transaction(), fence, unit.now().plus(UNKNOWN));
      return;
    }
    Instant planned = QueueTable.hold(unit.transaction(), fence);
    CronTimes times = trigger.get().times();
    times
        .missed(planned.minusMillis(1), unit.now())
        .ifPresent(missed -> fire(unit, function.get(), trigger.get(), missed));
    times
        .next(unit.now())
        .ifPresentOrElse(
            next -> QueueTable.plan(unit.transaction(), fence, next),
            () -> QueueTable.remove(unit.transaction(), fence));
  }

  private void fire(Unit unit, Registered function, CronTrigger trigger, Missed missed) {
    Instant instant = missed.latest();
    if (FunctionTable.isHeeded(unit.transaction(), function.id(), instant)) {
      return;
    }
    String cron = trigger.cron().text();
    var sent = new SentEvent(Ids.next(unit.now()), SystemEvents.ofTimer(cron, instant, unit.now()));
    StoredEvent event = StoredEvent.of(sent, unit.now());
    EventTable.add(unit.transaction(), event, unit.now(), Optional.empty());
    boolean isLate = instant.plus(LATE).isBefore(unit.now());
    RunOrigin origin = new RunOrigin.Scheduled(instant, isLate, missed.count() - 1);
    Instant due = unit.now().plus(jitter(trigger));
    String runId = starts.start(unit, function, event, origin, due).runId();
    FunctionTable.addTick(unit.transaction(), function.id(), instant, runId);
  }

  private Duration jitter(CronTrigger trigger) {
    return trigger
        .cron()
        .jitter()
        .map(most -> Duration.ofMillis(random.nextLong(most.toMillis() + 1)))
        .orElse(Duration.ZERO);
  }
}
