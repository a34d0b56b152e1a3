package dev.entente.durable.engine;

import dev.entente.durable.EngineDatabase;
import dev.entente.durable.call.App;
import dev.entente.durable.history.FunctionSummary;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

/// Engines of one database, which look often for what has changed of functions.
final class Instances implements AutoCloseable {
  private static final Duration OFTEN = Duration.ofMillis(50);
  private static final Duration MOST = Duration.ofSeconds(20);

  final EngineDatabase database = EngineDatabase.open();

  /// Whether nothing new can be asked of the database.
  final AtomicBoolean isAway = new AtomicBoolean();

  private final List<DurableEngine> engines = new ArrayList<>();

  /// One that is not started.
  DurableEngine make() {
    var engine =
        new DurableEngine(
            source(), TestEngine.settings(InstantSource.system()), new Pace(OFTEN, OFTEN, OFTEN));
    engines.add(engine);
    return engine;
  }

  DurableEngine start(App... apps) {
    DurableEngine engine = make();
    engine.start(apps);
    return engine;
  }

  private DataSource source() {
    return (DataSource)
        Proxy.newProxyInstance(
            Instances.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (_, method, arguments) -> {
              if (isAway.get() && method.getName().equals("getConnection")) {
                throw new SQLException("the database is away");
              }
              try {
                return method.invoke(database.source(), arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  static void await(BooleanSupplier condition) throws InterruptedException {
    for (long end = System.nanoTime() + MOST.toNanos(); !condition.getAsBoolean(); ) {
      if (System.nanoTime() > end) {
        throw new AssertionError("it does not come to be");
      }
      Thread.sleep(20);
    }
  }

  List<String> crons() {
    return database
        .database()
        .inTransaction(
            transaction ->
                transaction.list(
                    "SELECT task_instance FROM durable.queue WHERE task_name = 'cron' ORDER BY 1",
                    row -> row.text("task_instance")));
  }

  static List<String> known(DurableEngine engine) {
    return engine.functions().list().stream()
        .filter(function -> function.removedAt().isEmpty())
        .map(FunctionSummary::id)
        .toList();
  }

  @Override
  public void close() {
    engines.forEach(DurableEngine::close);
    database.close();
  }
}
