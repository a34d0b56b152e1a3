package dev.entente.durable.engine;

import dev.entente.durable.call.App;
import dev.entente.durable.definition.FunctionDefinition;
import dev.entente.durable.queue.Item;
import dev.entente.durable.queue.ItemKind;
import dev.entente.durable.queue.QueueTable;
import dev.entente.durable.registry.CronTrigger;
import dev.entente.durable.registry.Registered;
import dev.entente.durable.registry.Registry;
import dev.entente.durable.store.RegistrationTable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Registers apps: first in the database, then here, so that what is called here has its row and
/// its crons. Shared by threads.
final class Registration {
  private static final System.Logger LOG = System.getLogger(Registration.class.getName());

  private final Units units;
  private final Registry registry;
  private final KnownFunctions known;
  private final Map<App, Told> registered = new LinkedHashMap<>();
  private final Set<App> waiting = new LinkedHashSet<>();
  private final Set<App> given = new LinkedHashSet<>();

  Registration(Units units, Registry registry, KnownFunctions known) {
    this.units = units;
    this.registry = registry;
    this.known = known;
  }

  /// Registers all apps that can be asked, or none. The others wait to be asked again.
  ///
  /// @throws IllegalArgumentException that names the function and what is wrong with it; nothing
  ///   has changed then
  synchronized void start(List<App> apps) {
    List<Told> told = new ArrayList<>();
    Set<App> silent = new LinkedHashSet<>();
    for (App app : apps) {
      try {
        told.add(Told.by(app, this::newId));
      } catch (UncheckedIOException e) {
        LOG.log(
            System.Logger.Level.WARNING,
            "an app cannot be asked for its functions, and is asked again until it can be: {0}",
            e.getMessage());
        silent.add(app);
      }
    }
    register(told);
    waiting.addAll(silent);
    given.addAll(silent);
  }

  /// Puts the functions of an app in the place of those that it had, and schedules their crons from
  /// now on: no instant is made up from before.
  ///
  /// @throws IllegalArgumentException that names the function and what is wrong with it; nothing
  ///   has changed then
  /// @throws UncheckedIOException if it cannot be asked; nothing has changed then
  void register(App app) {
    var told = Told.by(app, this::newId);
    synchronized (this) {
      register(List.of(told));
    }
  }

  /// Registers an app again, if its functions are not what they were.
  ///
  /// @return whether they are not
  /// @throws IllegalArgumentException as [#register] does
  /// @throws UncheckedIOException as [#register] does
  boolean sync(App app) {
    Optional<Told> before = find(app);
    List<FunctionDefinition> now = app.functions();
    if (before.isEmpty() || before.get().definitions().equals(now)) {
      return false;
    }
    var told = Told.of(app, now, this::newId);
    if (!told.appId().equals(before.get().appId())) {
      throw new IllegalArgumentException(
          "the app %s calls itself %s now: give it its name back, or register it anew"
              .formatted(before.get().appId(), told.appId()));
    }
    synchronized (this) {
      if (find(app).equals(before)) {
        register(List.of(told));
      }
    }
    return true;
  }

  private synchronized Optional<Told> find(App app) {
    return Optional.ofNullable(registered.get(app));
  }

  /// The apps that could not be asked yet.
  synchronized List<App> waiting() {
    return List.copyOf(waiting);
  }

  /// The apps whose functions are called.
  synchronized List<App> registered() {
    return List.copyOf(registered.keySet());
  }

  private void register(List<Told> told) {
    Map<String, List<Registered>> byApp = byApp(told);
    registry.check(byApp);
    units.run(
        unit -> {
          RegistrationTable.lock(unit.transaction());
          byApp.forEach((appId, functions) -> keep(unit, appId, functions));
        });
    registry.replace(byApp);
    told.forEach(this::remember);
    known.tryRefresh();
  }

  private static Map<String, List<Registered>> byApp(List<Told> told) {
    Map<String, List<Registered>> byApp = new LinkedHashMap<>();
    for (Told one : told) {
      if (byApp.putIfAbsent(one.appId(), one.functions()) != null) {
        throw new IllegalArgumentException(
            "two apps have the id %s: give all functions of an app together"
                .formatted(one.appId()));
      }
    }
    return byApp;
  }

  private void remember(Told told) {
    registered.values().removeIf(before -> before.appId().equals(told.appId()));
    registered.put(told.app(), told);
    waiting.remove(told.app());
    given.add(told.app());
  }

  private static void keep(Unit unit, String appId, List<Registered> functions) {
    List<String> before = RegistrationTable.listCrons(unit.transaction(), appId);
    RegistrationTable.replace(
        unit.transaction(),
        appId,
        functions.stream().map(Registered::definition).toList(),
        unit.now());
    List<CronTrigger> crons =
        functions.stream().flatMap(function -> function.crons().stream()).toList();
    Set<String> kept =
        crons.stream().map(cron -> cron.item().instance()).collect(Collectors.toSet());
    before.stream()
        .filter(instance -> !kept.contains(instance))
        .forEach(
            instance -> QueueTable.drop(unit.transaction(), new Item(ItemKind.CRON, instance)));
    for (CronTrigger cron : crons) {
      cron.times()
          .next(unit.now())
          .ifPresent(next -> QueueTable.add(unit.transaction(), cron.item(), next));
    }
  }

  /// Closes the apps that were given to the engine, if they can be closed.
  synchronized void closeApps() {
    for (App app : given) {
      if (app instanceof AutoCloseable closeable) {
        try {
          closeable.close();
        } catch (Exception e) {
          LOG.log(System.Logger.Level.WARNING, "an app could not be closed", e);
        }
      }
    }
  }

  private String newId() {
    return Ids.next(units.now());
  }
}
