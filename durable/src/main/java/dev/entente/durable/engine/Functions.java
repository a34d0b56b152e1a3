package dev.entente.durable.engine;

import dev.entente.durable.call.SentEvent;
import dev.entente.durable.history.FunctionSummary;
import dev.entente.durable.history.query.FunctionCatalog;
import dev.entente.durable.queue.QueueTable;
import dev.entente.durable.registry.Registered;
import dev.entente.durable.registry.Registry;
import dev.entente.durable.store.EventTable;
import dev.entente.durable.store.FunctionTable;
import dev.entente.durable.store.RunOrigin;
import dev.entente.durable.store.RunTable;
import dev.entente.durable.store.StoredEvent;
import dev.entente.inngest.json.Json;
import java.util.List;
import java.util.Optional;

/// What is registered, by ids with the app's before them, such as `shop-fulfil-order`. Shared by
/// threads.
public final class Functions {
  private final Units units;
  private final Registry registry;
  private final Starts starts;
  private final FunctionCatalog catalog;

  Functions(Units units, Registry registry, Starts starts, FunctionCatalog catalog) {
    this.units = units;
    this.registry = registry;
    this.starts = starts;
    this.catalog = catalog;
  }

  /// All that were ever registered, by id.
  public List<FunctionSummary> list() {
    return catalog.list();
  }

  /// A function that was registered.
  public Optional<FunctionSummary> find(String id) {
    return catalog.find(id);
  }

  /// Starts a run of a function.
  ///
  /// @param data the data of its event: a record, a map or a [Json], an object in JSON
  /// @return the run's id
  /// @throws RefusedException if no app has such a function, it is paused, it is a singleton and a
  ///   run of it goes on, or the data is no object
  /// @throws IllegalArgumentException if JSON cannot hold the data
  public String start(String id, Object data) {
    Registered function = registry.find(id).orElseThrow(() -> RefusedException.unknownFunction(id));
    Json json = Json.of(data);
    if (!json.isObject()) {
      throw RefusedException.noObject(id, json);
    }
    return units.get(
        unit -> {
          var sent = new SentEvent(Ids.next(unit.now()), SystemEvents.ofInvocation(json));
          StoredEvent event = StoredEvent.of(sent, unit.now());
          EventTable.add(unit.transaction(), event, unit.now(), Optional.empty());
          return starts.start(unit, function, event, new RunOrigin.Sent()).orRefuse(id);
        });
  }

  /// Pauses a function: nothing starts it, and its runs stand still behind what they do now.
  ///
  /// @throws RefusedException if there is no such function, or it is paused
  public void pause(String id) {
    units.run(
        unit -> {
          if (!FunctionTable.pause(unit.transaction(), id, unit.now())) {
            throw notChanged(unit, id, true);
          }
        });
  }

  /// Ends a pause: its runs go on. What would have started it meanwhile was skipped.
  ///
  /// @throws RefusedException if there is no such function, or it is not paused
  public void resume(String id) {
    units.run(
        unit -> {
          if (!FunctionTable.resume(unit.transaction(), id)) {
            throw notChanged(unit, id, false);
          }
          RunTable.listPending(unit.transaction(), id)
              .forEach(
                  pending ->
                      QueueTable.wakeRun(unit.transaction(), pending.run().id(), unit.now()));
        });
  }

  private static RefusedException notChanged(Unit unit, String id, boolean isPaused) {
    return FunctionTable.exists(unit.transaction(), id)
        ? RefusedException.paused(id, isPaused)
        : RefusedException.unknownFunction(id);
  }
}
