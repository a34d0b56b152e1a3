package dev.entente.durable.engine;

import dev.entente.durable.call.App;
import dev.entente.durable.call.Caller;
import dev.entente.durable.queue.Item;
import dev.entente.durable.queue.ItemKind;
import dev.entente.durable.queue.QueueTable;
import dev.entente.durable.registry.CronTrigger;
import dev.entente.durable.registry.Registered;
import dev.entente.durable.registry.Registry;
import dev.entente.durable.store.FunctionTable;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// Registers apps. Shared by threads.
final class Registration implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Registration.class.getName());
  private static final int AGAIN_SECONDS = 5;

  private final Units units;
  private final Registry registry;
  private final ScheduledExecutorService later =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofVirtual().name("durable-registration").factory());

  Registration(Units units, Registry registry) {
    this.units = units;
    this.registry = registry;
  }

  /// Registers an app, now or as soon as it can be asked.
  ///
  /// @throws IllegalArgumentException as [#register] does, if it can be asked now
  void registerSoon(App app) {
    try {
      register(app);
    } catch (UncheckedIOException e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "an app cannot be asked for its functions, and is asked again in {0} s: {1}",
          AGAIN_SECONDS,
          e.getMessage());
      var _ = later.schedule(() -> registerLater(app), AGAIN_SECONDS, TimeUnit.SECONDS);
    }
  }

  // Nobody waits for it, so what is wrong is told by the log alone.
  private void registerLater(App app) {
    try {
      registerSoon(app);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "an app is not registered", e);
    }
  }

  /// Puts the functions of an app in the place of those that it had, and schedules their crons from
  /// now on: no instant is made up from before.
  ///
  /// @throws IllegalArgumentException that names the function and what is wrong with it; nothing
  ///   has changed then
  void register(App app) {
    Caller caller = app.caller(() -> Ids.next(units.now()));
    List<Registered> functions =
        app.functions().stream().map(definition -> new Registered(definition, caller)).toList();
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

  @Override
  public void close() {
    later.shutdownNow();
  }
}
