package dev.entente.durable.engine;

import dev.entente.durable.call.App;
import dev.entente.durable.queue.Item;
import dev.entente.durable.queue.ItemKind;
import dev.entente.durable.queue.QueueTable;
import dev.entente.durable.registry.CronTrigger;
import dev.entente.durable.registry.Registered;
import dev.entente.durable.registry.Registry;
import dev.entente.durable.store.FunctionTable;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Registers apps. Shared by threads.
final class Registration {
  private final Units units;
  private final Registry registry;

  Registration(Units units, Registry registry) {
    this.units = units;
    this.registry = registry;
  }

  /// Puts the functions of an app in the place of those that it had, and schedules their crons from
  /// now on: no instant is made up from before.
  ///
  /// @throws IllegalArgumentException that names the function and what is wrong with it; nothing
  ///   has changed then
  void register(App app) {
    List<Registered> functions =
        app.functions().stream()
            .map(definition -> new Registered(definition, app.caller()))
            .toList();
    registry.replace(app.id(), functions);
    units.run(
        unit -> {
          functions.forEach(
              function -> FunctionTable.add(unit.transaction(), function.definition(), unit.now()));
          schedule(unit, app.id(), functions);
        });
  }

  private static void schedule(Unit unit, String appId, List<Registered> functions) {
    List<CronTrigger> crons =
        functions.stream().flatMap(function -> function.crons().stream()).toList();
    Set<String> kept =
        crons.stream().map(cron -> cron.item().instance()).collect(Collectors.toSet());
    for (String instance : FunctionTable.listCrons(unit.transaction(), appId)) {
      if (!kept.contains(instance)) {
        QueueTable.drop(unit.transaction(), new Item(ItemKind.CRON, instance));
      }
    }
    for (CronTrigger cron : crons) {
      cron.times()
          .next(unit.now())
          .ifPresent(next -> QueueTable.add(unit.transaction(), cron.item(), next));
    }
  }
}
