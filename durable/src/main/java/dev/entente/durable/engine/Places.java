package dev.entente.durable.engine;

import dev.entente.durable.queue.Fence;
import dev.entente.durable.queue.QueueTable;
import dev.entente.durable.registry.Limit;
import dev.entente.durable.registry.Registered;
import dev.entente.durable.store.PlaceTable;
import dev.entente.durable.store.PlaceTable.Wanted;
import dev.entente.durable.store.RunRow;
import dev.entente.durable.store.RunStatus;
import dev.entente.inngest.flow.Concurrency.Subject;
import dev.entente.inngest.function.Event;
import dev.entente.inngest.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Keeps concurrency limits: an item that finds no place waits until one is free.
final class Places {
  // Whoever frees a place wakes who waits for it; this is for the case that it was in vain.
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

  private Places() {}

  /// Takes all places that an item needs, or none, and lets it wait for the first that is not free.
  ///
  /// @param event that started the run
  /// @return whether it has them
  static boolean take(Unit unit, Fence fence, Registered function, RunRow run, Event event) {
    if (function.limits().isEmpty()) {
      return true;
    }
    List<Wanted> wanted = wanted(fence, function, run, event.toJson());
    Optional<Wanted> full = PlaceTable.take(unit.transaction(), wanted, fence.item(), unit.now());
    full.ifPresent(place -> await(unit, fence, place));
    return full.isEmpty();
  }

  private static List<Wanted> wanted(Fence fence, Registered function, RunRow run, Json event) {
    List<Wanted> wanted = new ArrayList<>();
    if (run.status() == RunStatus.QUEUED) { // else it has its place until it ends
      wanted.addAll(wanted(function.limits(Subject.RUNS), run.id(), event));
    }
    wanted.addAll(wanted(function.limits(Subject.STEPS), fence.item().text(), event));
    return wanted;
  }

  private static List<Wanted> wanted(List<Limit> limits, String holder, Json event) {
    return limits.stream()
        .map(limit -> new Wanted(limit.limitKey(event), limit.places(), holder))
        .toList();
  }

  // What it has from before its instance was gone must not be kept from others while it waits.
  private static void await(Unit unit, Fence fence, Wanted place) {
    putOff(unit, fence, unit.now().plus(LOOK_AGAIN));
    PlaceTable.await(unit.transaction(), place.limitKey(), fence.item(), unit.now());
  }

  /// Lets others pass an item that waits for a place and cannot go on at present.
  static void stepAside(Unit unit, Fence fence) {
    PlaceTable.stepAside(unit.transaction(), fence.item(), unit.now());
  }

  /// Gives an item back, and what it has, to be done later.
  static void putOff(Unit unit, Fence fence, Instant due) {
    free(unit, fence);
    QueueTable.postpone(unit.transaction(), fence, due);
  }

  /// Gives back what an item has.
  static void free(Unit unit, Fence fence) {
    PlaceTable.free(unit.transaction(), fence.item().text(), unit.now());
  }
}
