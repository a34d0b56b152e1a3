package dev.entente.durable.engine;

import dev.entente.durable.queue.Fence;
import dev.entente.durable.queue.QueueTable;
import dev.entente.durable.registry.Limit;
import dev.entente.durable.registry.Registered;
import dev.entente.durable.store.PlaceTable;
import dev.entente.durable.store.RunRow;
import dev.entente.durable.store.RunStatus;
import dev.entente.inngest.flow.Concurrency.Subject;
import dev.entente.inngest.function.Event;
import dev.entente.inngest.json.Json;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Keeps concurrency limits: an item that finds no place waits until one is free.
final class Places {
  // Whoever frees a place wakes who waits for it; this is for the case that it was in vain.
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

  private Places() {}

  /// Takes all places that an item needs, or lets it wait for the first that is not free.
  ///
  /// @param event that started the run
  /// @return whether it has them
  static boolean take(Unit unit, Fence fence, Registered function, RunRow run, Event event) {
    if (function.limits().isEmpty()) {
      return true;
    }
    Json json = event.toJson();
    if (run.status() == RunStatus.QUEUED
        && !take(unit, fence, function.limits(Subject.RUNS), run.id(), json)) {
      return false;
    }
    List<Limit> limits = function.limits(Subject.STEPS);
    return take(unit, fence, limits, fence.item().text(), json);
  }

  private static boolean take(
      Unit unit, Fence fence, List<Limit> limits, String holder, Json event) {
    List<Limit> sorted =
        limits.stream().sorted(Comparator.comparing(limit -> limit.limitKey(event))).toList();
    Optional<Limit> full =
        sorted.stream()
            .filter(
                limit ->
                    !PlaceTable.take(
                        unit.transaction(), limit.limitKey(event), limit.places(), holder))
            .findFirst();
    if (full.isPresent()) {
      giveUp(unit, fence, holder);
      PlaceTable.await(unit.transaction(), full.get().limitKey(event), fence.item());
      QueueTable.postpone(unit.transaction(), fence, unit.now().plus(LOOK_AGAIN));
      return false;
    }
    PlaceTable.stopWaiting(unit.transaction(), fence.item());
    return true;
  }

  // What it has must not be kept from others while it waits.
  private static void giveUp(Unit unit, Fence fence, String holder) {
    PlaceTable.free(unit.transaction(), holder, unit.now());
    PlaceTable.free(unit.transaction(), fence.item().text(), unit.now());
  }

  /// Gives back what an item has.
  static void free(Unit unit, Fence fence) {
    PlaceTable.free(unit.transaction(), fence.item().text(), unit.now());
  }
}
