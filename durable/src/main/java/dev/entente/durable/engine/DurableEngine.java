package dev.entente.durable.engine;

import dev.entente.durable.call.App;
import dev.entente.durable.call.LocalApp;
import dev.entente.durable.call.SentEvent;
import dev.entente.durable.jdbc.Database;
import dev.entente.durable.queue.ItemKind;
import dev.entente.durable.queue.Workers;
import dev.entente.durable.registry.Registry;
import dev.entente.durable.schema.Schema;
import dev.entente.inngest.function.Event;
import dev.entente.inngest.function.InngestFunction;
import dev.entente.inngest.json.Json;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;

/// Runs Inngest functions durably in this process, on PostgreSQL. Shared by threads.
///
/// Several instances, in one process or in many, share the work of one database.
public final class DurableEngine implements AutoCloseable {
  private final DataSource source;
  private final Workers workers;
  private final Registration registration;
  private final Control control;

  /// An engine that does nothing until it is started.
  ///
  /// @param source gives connections with the isolation READ COMMITTED, at least as many at once as
  ///   there are threads; its user may create the schema `durable`, or owns it
  public DurableEngine(DataSource source, EngineSettings settings) {
    this.source = source;
    RandomGenerator random = new SecureRandom();
    var registry = new Registry();
    var ends = new Ends(registry);
    var starts = new Starts(ends);
    var intake = new Intake(registry, starts, ends);
    var units = new Units(new Database(source), settings.clock(), intake, this::wake);
    var calling = new Calling(settings.backoff(), random, this::isStopping);
    var engagement = new Engagement(registry);
    var planning = new Planning(registry, starts);
    registration = new Registration(units, registry);
    control = new Control(units, registry, starts, ends);
    workers =
        new Workers(
            source,
            settings.workers(),
            settings.clock(),
            Map.of(
                ItemKind.RUN,
                new RunWork(units, engagement, planning, ends, calling),
                ItemKind.STEP,
                new StepWork(units, engagement, ends, calling),
                ItemKind.TIMER,
                new TimerWork(units),
                ItemKind.DEADLINE,
                new DeadlineWork(units, ends),
                ItemKind.CRON,
                new CronWork(units, registry, starts, random)),
            new LostWork(units, ends));
  }

  private boolean isStopping() {
    return workers.isStopping();
  }

  /// Makes or updates the tables, registers functions of this process, and begins to work.
  ///
  /// @param appId what the functions' ids are preceded by
  /// @throws IllegalArgumentException that names the function and what is wrong with it; nothing
  ///   has begun then
  public void start(String appId, List<InngestFunction> functions) {
    Schema.migrate(source);
    registration.register(new LocalApp(appId, functions));
    workers.start();
  }

  /// Registers an app, or what has changed of it.
  ///
  /// @throws IllegalArgumentException that names the function and what is wrong with it; nothing
  ///   has changed then
  /// @throws java.io.UncheckedIOException if the app cannot be asked; a later try may succeed
  public void register(App app) {
    registration.register(app);
  }

  /// Looks at once for what is due: to be called when the clock was turned.
  public void wake() {
    workers.wake();
  }

  /// Sends events: what they cancel, wake and start is kept when this returns.
  ///
  /// @return the id that each has got, in their order
  public List<String> send(List<Event> events) {
    return control.send(events);
  }

  /// Sends an event.
  ///
  /// @return the id that it has got
  public String send(Event event) {
    return send(List.of(event)).getFirst();
  }

  /// Takes events that have their ids; those that are known change nothing.
  public void take(List<SentEvent> events) {
    control.take(events);
  }

  /// Starts a run of a function.
  ///
  /// @param functionId with the app's before it
  /// @param data an object, the data of its event
  /// @return the run's id
  /// @throws RefusedException if there is no such function, it is paused, or it is a singleton and
  ///   a run of it goes on
  public String start(String functionId, Json data) {
    return control.start(functionId, data);
  }

  /// Cancels a run. The step that is being run is not interrupted; its result is not kept.
  ///
  /// @param reason who wants it and why, in words
  /// @throws RefusedException if there is no such run, or it has ended
  public void cancel(String runId, String reason) {
    control.cancel(runId, reason);
  }

  /// Does a run once more, from the start, with the same event.
  ///
  /// @return the new run's id
  /// @throws RefusedException if there is no such run, it goes on, or its function does not start
  public String rerun(String runId) {
    return control.rerun(runId);
  }

  /// Does a run once more from a step on: what had ended before it is taken over.
  ///
  /// @param step its hash or its id; of several of one id the first
  /// @param input what its code is given in the place of what the function gives it
  /// @return the new run's id
  /// @throws RefusedException if there is no such run or step, the run goes on, or its function
  ///   does not start
  public String rerunFrom(String runId, String step, Optional<Json> input) {
    return control.rerunFrom(runId, step, input);
  }

  /// Pauses a function: nothing starts it, and its runs stand still behind what they do now.
  ///
  /// @throws RefusedException if there is no such function, or it is paused
  public void pause(String functionId) {
    control.pause(functionId);
  }

  /// Ends a pause: its runs go on. What would have started it meanwhile was skipped.
  ///
  /// @throws RefusedException if there is no such function, or it is not paused
  public void resume(String functionId) {
    control.resume(functionId);
  }

  /// Stops to work: what goes on has a while to end, then it is interrupted and given back.
  @Override
  public void close() {
    workers.close();
  }
}
