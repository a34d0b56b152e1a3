package dev.entente.durable.engine;

import dev.entente.durable.call.App;
import dev.entente.durable.history.query.EventHistory;
import dev.entente.durable.history.query.FunctionCatalog;
import dev.entente.durable.jdbc.Database;
import dev.entente.durable.log.JdkLogHandler;
import dev.entente.durable.log.LogStore;
import dev.entente.durable.metrics.EngineMetrics;
import dev.entente.durable.metrics.MetricsReader;
import dev.entente.durable.queue.ItemKind;
import dev.entente.durable.queue.QueueTable;
import dev.entente.durable.queue.Work;
import dev.entente.durable.queue.Workers;
import dev.entente.durable.registry.Registry;
import dev.entente.durable.remote.server.EventSink;
import dev.entente.durable.remote.server.RunStates;
import dev.entente.durable.retention.Purge;
import dev.entente.durable.schema.Schema;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;

/// Runs Inngest functions durably in this process, on PostgreSQL. Shared by threads.
///
/// Several instances, in one process or in many, share the work of one database.
public final class DurableEngine implements AutoCloseable {
  private enum State {
    NEW,
    STARTED,
    CLOSED
  }

  private final DataSource source;
  private final EngineSettings settings;
  private final Registry registry = new Registry();
  private final Ends ends = new Ends(registry);
  private final Starts starts = new Starts(ends);
  private final RandomGenerator random = new SecureRandom();
  private final Database database;
  private final Units units;
  private final Recorder recorder;
  private final Workers workers;
  private final Pace pace;
  private final KnownFunctions known;
  private final Registration registration;
  private final Syncing syncing;
  private final AtomicReference<State> state = new AtomicReference<>(State.NEW);
  private final Runs runs;
  private final Functions functions;
  private final Events events;
  private final MetricsReader metrics;

  /// An engine that does nothing until it is started.
  ///
  /// @param source gives connections with the isolation READ COMMITTED, at least two more than
  ///   there are threads; its user may create the schema `durable`, or owns it
  public DurableEngine(DataSource source, EngineSettings settings) {
    this(source, settings, Pace.USUAL);
  }

  DurableEngine(DataSource source, EngineSettings settings, Pace pace) {
    this.source = source;
    this.settings = settings;
    this.pace = pace;
    database = new Database(source);
    var intake = new Intake(registry, starts, ends);
    units = new Units(database, settings.clock(), intake, this::wake);
    recorder = new Recorder(new LogStore(database));
    workers =
        new Workers(
            source,
            settings.workers(),
            settings.clock(),
            works(),
            new LostWork(units, ends, settings.workers().instance()));
    known = new KnownFunctions(units, registry);
    registration = new Registration(units, registry, known);
    syncing = new Syncing(registration);
    runs = new Runs(units, registry, starts, ends, database);
    functions = new Functions(units, registry, starts, new FunctionCatalog(database));
    events = new Events(units, new EventHistory(database));
    metrics = new MetricsReader(database, settings.clock());
  }

  private Map<ItemKind, Work> works() {
    var calling = new Calling(recorder, settings.backoff(), random, this::isStopping);
    var engagement = new Engagement(registry, new Absences(random));
    var planning = new Planning(registry, starts);
    return Map.of(
        ItemKind.RUN,
        new RunWork(units, engagement, planning, ends, calling),
        ItemKind.STEP,
        new StepWork(units, engagement, ends, calling),
        ItemKind.TIMER,
        new TimerWork(units),
        ItemKind.DEADLINE,
        new DeadlineWork(units, ends),
        ItemKind.CRON,
        new CronWork(units, registry, starts, random),
        ItemKind.PURGE,
        new PurgeWork(units, new Purge(database, settings.clock(), settings.retention())));
  }

  private boolean isStopping() {
    return workers.isStopping();
  }

  /// Makes or updates the tables, registers apps, and begins to work. An app that cannot be asked
  /// is asked again every few seconds until it can be, and from then on every minute whether its
  /// functions have changed.
  ///
  /// @param apps functions of this process ([LocalApp]) and of others
  ///   ([dev.entente.durable.remote.RemoteApp]); they are the engine's from now on, which closes
  ///   those that can be closed when it is
  /// @throws IllegalArgumentException that names the function and what is wrong with it; nothing is
  ///   registered and nothing has begun then, so that it can be tried again, and so it is if the
  ///   database cannot be reached
  /// @throws IllegalStateException if it was started, or is closed
  public void start(App... apps) {
    if (!state.compareAndSet(State.NEW, State.STARTED)) {
      throw new IllegalStateException(
          state.get() == State.STARTED
              ? "the engine is started already: give it more apps with register"
              : "the engine is closed: make another one");
    }
    try {
      Schema.migrate(source);
      DatabaseCheck.check(database, settings.clock());
      units.run(unit -> QueueTable.add(unit.transaction(), PurgeWork.ITEM, unit.now()));
      registration.start(List.of(apps));
    } catch (RuntimeException e) {
      state.compareAndSet(State.STARTED, State.NEW);
      throw e;
    }
    syncing.start(pace);
    known.start(pace.refreshing());
    JdkLogHandler.install();
    recorder.start();
    workers.start();
  }

  /// Registers an app, or what has changed of it.
  ///
  /// @param app is the engine's from now on, as with [#start]
  /// @throws IllegalArgumentException that names the function and what is wrong with it; nothing
  ///   has changed then
  /// @throws java.io.UncheckedIOException if the app cannot be asked; a later try may succeed
  /// @throws IllegalStateException if the engine is not started, or is closed
  public void register(App app) {
    requireStarted();
    if (state.get() == State.CLOSED) {
      throw new IllegalStateException("the engine is closed: make another one");
    }
    registration.register(app);
  }

  private void requireStarted() {
    if (state.get() == State.NEW) {
      throw new IllegalStateException("the engine is not started: start it first");
    }
  }

  /// Looks at once for what is due: to be called when the clock was turned.
  public void wake() {
    workers.wake();
  }

  /// What functions do and have done.
  ///
  /// @throws IllegalStateException if the engine was never started
  public Runs runs() {
    requireStarted();
    return runs;
  }

  /// What is registered.
  ///
  /// @throws IllegalStateException if the engine was never started
  public Functions functions() {
    requireStarted();
    return functions;
  }

  /// What has happened, and is said to have.
  ///
  /// @throws IllegalStateException if the engine was never started
  public Events events() {
    requireStarted();
    return events;
  }

  /// What the engine does at the moment, all instances together.
  ///
  /// @throws IllegalStateException if the engine was never started
  public EngineMetrics metrics() {
    requireStarted();
    return metrics.read();
  }

  /// Takes the events that SDKs of other processes send, for a
  /// [dev.entente.durable.remote.server.ServerEndpoint].
  public EventSink sink() {
    return new Sink(units, events);
  }

  /// Shows SDKs of other processes what is too large for a call, for a
  /// [dev.entente.durable.remote.server.ServerEndpoint].
  public RunStates states() {
    return new States(database);
  }

  /// Stops to work: what goes on has a while to end, then it is interrupted and given back. Closes
  /// the apps that it was given and that can be closed. Does nothing the second time; what it knows
  /// can still be read as long as there are connections.
  @Override
  public void close() {
    State before = state.getAndSet(State.CLOSED);
    if (before == State.CLOSED) {
      return;
    }
    known.close();
    syncing.close();
    if (before == State.STARTED) {
      workers.close();
    }
    recorder.close();
    registration.closeApps();
  }
}
