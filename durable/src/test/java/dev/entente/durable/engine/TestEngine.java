package dev.entente.durable.engine;

import dev.entente.durable.EngineDatabase;
import dev.entente.durable.call.LocalApp;
import dev.entente.durable.jdbc.Row;
import dev.entente.durable.queue.WorkerSettings;
import dev.entente.inngest.function.InngestFunction;
import dev.entente.inngest.json.Json;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// An engine on a database of a test's own, with quick retries.
final class TestEngine implements AutoCloseable {
  static final String APP = "test";
  private static final Duration MOST = Duration.ofSeconds(30);

  final EngineDatabase database;
  final DurableEngine engine;

  private final InstantSource clock;
  private final boolean ownsDatabase;

  private TestEngine(
      EngineDatabase database,
      boolean ownsDatabase,
      InstantSource clock,
      List<InngestFunction> functions) {
    this.database = database;
    this.ownsDatabase = ownsDatabase;
    this.clock = clock;
    engine = new DurableEngine(database.source(), settings(clock));
    engine.start(new LocalApp(APP, functions));
  }

  static EngineSettings settings(InstantSource clock) {
    return EngineSettings.usual()
        .with(clock)
        .with(Backoff.fixed(Duration.ofMillis(50)))
        .with(
            new WorkerSettings(
                UUID.randomUUID().toString(),
                8,
                Duration.ofMillis(50),
                Duration.ofSeconds(1),
                Duration.ofSeconds(2)));
  }

  static TestEngine of(InngestFunction... functions) {
    return new TestEngine(EngineDatabase.open(), true, InstantSource.system(), List.of(functions));
  }

  static TestEngine at(InstantSource clock, InngestFunction... functions) {
    return new TestEngine(EngineDatabase.open(), true, clock, List.of(functions));
  }

  /// One more on the database of another.
  static TestEngine on(EngineDatabase database, InstantSource clock, InngestFunction... functions) {
    return new TestEngine(database, false, clock, List.of(functions));
  }

  /// Starts a function and waits for its end.
  Ended run(String functionId, Object data) throws InterruptedException {
    return await(engine.functions().start(APP + "-" + functionId, Json.of(data)));
  }

  /// What has become of a run.
  record Ended(
      String id,
      String status,
      Optional<String> reason,
      Optional<Json> output,
      Optional<Json> error) {}

  Ended await(String runId) throws InterruptedException {
    long end = System.nanoTime() + MOST.toNanos();
    while (System.nanoTime() < end) {
      Ended run = find(runId);
      if (!run.status().equals("QUEUED") && !run.status().equals("RUNNING")) {
        return run;
      }
      Thread.sleep(10);
    }
    throw new AssertionError("run %s has not ended: %s".formatted(runId, find(runId)));
  }

  Ended find(String runId) {
    return list("SELECT * FROM durable.run WHERE id = ?", TestEngine::ended, runId).getFirst();
  }

  List<Ended> runs(String functionId) {
    return list(
        "SELECT * FROM durable.run WHERE function_id = ? ORDER BY id",
        TestEngine::ended,
        APP + "-" + functionId);
  }

  private static Ended ended(Row row) {
    return new Ended(
        row.text("id"),
        row.text("status"),
        row.findText("reason"),
        row.findJson("output"),
        row.findJson("error"));
  }

  /// Waits until nothing is due.
  void settle() throws InterruptedException {
    engine.wake();
    long end = System.nanoTime() + MOST.toNanos();
    while (isBusy()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("something is still due");
      }
      Thread.sleep(5);
    }
  }

  private boolean isBusy() {
    return !list(
            "SELECT 1 FROM durable.queue WHERE picked OR execution_time <= ? LIMIT 1",
            _ -> true,
            clock.instant())
        .isEmpty();
  }

  <T> List<T> list(String sql, Function<Row, T> reading, Object... values) {
    return database.database().inTransaction(transaction -> transaction.list(sql, reading, values));
  }

  @Override
  public void close() {
    engine.close();
    if (ownsDatabase) {
      database.close();
    }
  }
}
