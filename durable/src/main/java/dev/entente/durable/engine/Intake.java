package dev.entente.durable.engine;

import dev.entente.durable.queue.Item;
import dev.entente.durable.registry.Registered;
import dev.entente.durable.registry.Registry;
import dev.entente.durable.store.EventTable;
import dev.entente.durable.store.RunEnd;
import dev.entente.durable.store.RunOrigin;
import dev.entente.durable.store.RunTable;
import dev.entente.durable.store.RunTable.PendingRun;
import dev.entente.durable.store.StepEnd;
import dev.entente.durable.store.StepTable;
import dev.entente.durable.store.StoredEvent;
import dev.entente.durable.store.WaitingStep;
import dev.entente.inngest.json.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Takes events: what they cancel, wake and start. Shared by threads.
final class Intake {
  private final Registry registry;
  private final Starts starts;
  private final Ends ends;
  private final Conditions conditions = new Conditions();

  Intake(Registry registry, Starts starts, Ends ends) {
    this.registry = registry;
    this.starts = starts;
    this.ends = ends;
  }

  /// Takes the events of a unit, and those that come of them.
  void hearAll(Unit unit) {
    for (List<Unit.Outgoing> next = unit.drain(); !next.isEmpty(); next = unit.drain()) {
      List<StoredEvent> added = next.stream().flatMap(event -> add(unit, event)).toList();
      Set<String> known = listKnown(unit, added);
      added.stream()
          .filter(event -> !known.contains(event.id()))
          .forEach(event -> hear(unit, event));
    }
  }

  private static Stream<StoredEvent> add(Unit unit, Unit.Outgoing outgoing) {
    StoredEvent event = StoredEvent.of(outgoing.event(), unit.now());
    return EventTable.add(unit.transaction(), event, unit.now(), outgoing.sender())
        ? Stream.of(event)
        : Stream.empty();
  }

  // Keys are taken in one order by all, so that no two that send many wait for each other.
  private static Set<String> listKnown(Unit unit, List<StoredEvent> events) {
    return events.stream()
        .filter(event -> event.externalId().isPresent())
        .sorted(
            Comparator.comparing(StoredEvent::name)
                .thenComparing(event -> event.externalId().orElseThrow()))
        .filter(event -> !EventTable.takeKey(unit.transaction(), event, unit.now()))
        .map(StoredEvent::id)
        .collect(Collectors.toSet());
  }

  private void hear(Unit unit, StoredEvent event) {
    Json json = event.toEvent().toJson();
    cancel(unit, event, json);
    wake(unit, event, json);
    for (Registered function : registry.listTriggeredBy(event.name(), json)) {
      starts.start(unit, function, event, new RunOrigin.Sent());
    }
  }

  private void cancel(Unit unit, StoredEvent event, Json json) {
    for (Registered function : registry.listCancelledBy(event.name())) {
      for (PendingRun pending : RunTable.listPending(unit.transaction(), function.id())) {
        if (isCancelled(unit, function, pending, event, json)) {
          RunEnd end = RunEnd.cancelled("event %s has come".formatted(event.name()));
          ends.end(unit, pending.run(), end);
        }
      }
    }
  }

  private static boolean isCancelled(
      Unit unit, Registered function, PendingRun pending, StoredEvent event, Json json) {
    Json start = pending.event().toEvent().toJson();
    return function.cancellations().stream()
        .filter(rule -> rule.event().equals(event.name()))
        .anyMatch(rule -> rule.isFor(pending.run().queuedAt(), start, json, unit.now()));
  }

  private void wake(Unit unit, StoredEvent event, Json json) {
    for (WaitingStep step : StepTable.listWaiting(unit.transaction(), event.name())) {
      if (isWaitedFor(step, json)) {
        Item timer = Item.ofTimer(step.runId(), step.round(), step.hash());
        Ends.wake(unit, timer, new StepEnd.Done(json));
      }
    }
  }

  private boolean isWaitedFor(WaitingStep step, Json json) {
    return step.condition()
        .map(text -> conditions.get(text).holds(step.event().toEvent().toJson(), json))
        .orElse(true);
  }
}
