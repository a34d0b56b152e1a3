package dev.entente.durable.engine;

import dev.entente.durable.definition.DefinitionJson;
import dev.entente.durable.definition.FunctionDefinition;
import dev.entente.durable.registry.KnownFunction;
import dev.entente.durable.registry.Registered;
import dev.entente.durable.registry.Registry;
import dev.entente.durable.store.RegistrationTable;
import dev.entente.durable.store.RegistrationTable.KeptDefinition;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Learns what other instances have registered, and tells them that this one is there for its own
/// functions. Shared by threads.
final class KnownFunctions implements AutoCloseable {
  /// How old what is told may be.
  static final Duration SEEN_EVERY = Duration.ofSeconds(10);

  private static final System.Logger LOG = System.getLogger(KnownFunctions.class.getName());

  private final Units units;
  private final Registry registry;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofVirtual().name("durable-functions").factory());

  KnownFunctions(Units units, Registry registry) {
    this.units = units;
    this.registry = registry;
  }

  /// Brings what is known up to date again and again.
  void start(Duration every) {
    var _ =
        timer.scheduleWithFixedDelay(
            this::tryRefresh, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Does the same if it can be done now; else it is done a little later.
  void tryRefresh() {
    try {
      refresh();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.DEBUG, "what is registered could not be read", e);
    }
  }

  /// Brings what is known up to date.
  synchronized void refresh() {
    List<KeptDefinition> changed =
        units.get(
            unit -> {
              unit.transaction().relax();
              RegistrationTable.see(
                  unit.transaction(),
                  registry.listCallable(),
                  unit.now(),
                  unit.now().minus(SEEN_EVERY));
              return RegistrationTable.listChanged(unit.transaction(), registry.listRevisions());
            });
    registry.keep(changed.stream().map(this::known).toList());
  }

  private KnownFunction known(KeptDefinition kept) {
    return new KnownFunction(kept.id(), kept.revision(), kept.isRemoved(), compile(kept));
  }

  private Optional<Registered> compile(KeptDefinition kept) {
    try {
      FunctionDefinition definition = DefinitionJson.read(kept.definition());
      return registry
          .findCallable(kept.id())
          .filter(own -> own.definition().equals(definition))
          .or(() -> Optional.of(Registered.elsewhere(definition)));
    } catch (RuntimeException e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "a function of another instance cannot be started by this one, whose version is another: function={0} reason={1}",
          kept.id(),
          e.getMessage());
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
