package dev.entente.durable.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.inngest.flow.Trigger;
import dev.entente.inngest.function.Event;
import dev.entente.inngest.function.InngestFunction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What a step costs, beside three committed writes of a row by themselves, with few and with a
/// million finished runs in the tables. Not in the gate: `-Dtest=ThroughputDrill`.
final class ThroughputDrill {
  private static final int ROUNDS = 5;
  private static final int STEPS = 500;
  private static final int QUEUED = 1_000;
  private static final int FINISHED = Integer.getInteger("entente.finished.runs", 1_000_000);

  private static InngestFunction sequence() {
    return InngestFunction.withId("sequence")
        .runs(
            (context, step) -> {
              for (int i = 0; i < STEPS; i++) {
                step.run("step " + i, () -> {});
              }
              return null;
            });
  }

  private static InngestFunction single() {
    return InngestFunction.withId("single")
        .on(Trigger.event("drill/single"))
        .runs(
            (context, step) -> {
              step.run("only", () -> {});
              return null;
            });
  }

  private static InngestFunction wide() {
    return InngestFunction.withId("wide")
        .runs(
            (context, step) ->
                step.parallel(
                        IntStream.range(0, QUEUED).boxed().toList(),
                        n -> step.run("step " + n, Integer.class, () -> n))
                    .size());
  }

  @Test
  void stepsCostLittleMoreThanWhatTheyKeep() throws Exception {
    try (var engine = TestEngine.of(sequence(), single(), wide())) {
      engine.database.database().transact(t -> t.update("CREATE TABLE bare (id int, text text)"));
      measure(engine, "warming up");
      measure(engine, "few finished runs");
      fill(engine);
      measure(engine, "%,d finished runs".formatted(FINISHED));
    }
  }

  private static void measure(TestEngine engine, String title) throws Exception {
    List<Double> bare = new ArrayList<>();
    List<Double> steps = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    List<Double> runs = new ArrayList<>();
    List<Double> wide = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      bare.add(bare(engine) * 1e3 / STEPS);
      steps.add(seconds(() -> engine.run("sequence", Map.of())) * 1e3 / STEPS);
      ratios.add(steps.getLast() / bare.getLast());
      runs.add(QUEUED / queued(engine));
      wide.add(QUEUED / seconds(() -> engine.run("wide", Map.of())));
    }
    System.out.printf(
        "%s%n  three committed writes %s ms%n  a step %s ms, ratio %s%n"
            + "  runs of one step, queued %s a second%n  parallel steps of one run %s a second%n",
        title, told(bare), told(steps), told(ratios), told(runs), told(wide));
  }

  private static String told(List<Double> values) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return "%.2f (%.2f-%.2f)"
        .formatted(sorted.get(sorted.size() / 2), sorted.getFirst(), sorted.getLast());
  }

  private interface Work {
    Object perform() throws Exception;
  }

  private static double seconds(Work work) throws Exception {
    long start = System.nanoTime();
    work.perform();
    return (System.nanoTime() - start) / 1e9;
  }

  // By nothing but the driver, on one connection.
  private static double bare(TestEngine engine) throws Exception {
    try (Connection connection = engine.database.source().getConnection();
        PreparedStatement insert = connection.prepareStatement("INSERT INTO bare VALUES (?, ?)")) {
      return seconds(
          () -> {
            for (int i = 0; i < 3 * STEPS; i++) {
              insert.setInt(1, i);
              insert.setString(2, "{\"data\":null}");
              insert.executeUpdate();
            }
            return 0;
          });
    }
  }

  private static double queued(TestEngine engine) throws Exception {
    List<Event> events =
        IntStream.range(0, QUEUED).mapToObj(_ -> Event.of("drill/single")).toList();
    engine.engine.events().send(events); // in one transaction: none begins before all are queued
    return seconds(
        () -> {
          while (isGoingOn(engine)) {
            Thread.sleep(5);
          }
          return 0;
        });
  }

  private static boolean isGoingOn(TestEngine engine) {
    return !engine
        .list(
            """
            SELECT 1 FROM durable.run
            WHERE function_id = 'test-single' AND status IN ('QUEUED', 'RUNNING') LIMIT 1
            """,
            _ -> true)
        .isEmpty();
  }

  private static void fill(TestEngine engine) throws Exception {
    assertThat(FINISHED).isPositive();
    engine
        .database
        .database()
        .transact(
            t -> {
              t.update(
                  """
                  INSERT INTO durable.run (id, function_id, event_id, status, queued_at, started_at, ended_at)
                  SELECT 'OLD' || n, 'test-single', 'OLDEVENT' || n, 'COMPLETED', now(), now(), now()
                  FROM generate_series(1, ?) n
                  """,
                  FINISHED);
              t.update(
                  """
                  INSERT INTO durable.step (run_id, hash, id, kind, status, round, planned_at, ended_at, position)
                  SELECT 'OLD' || n, 'hash', 'only', 'RUN', 'DONE', 0, now(), now(), n
                  FROM generate_series(1, ?) n
                  """,
                  FINISHED);
              t.update(
                  """
                  INSERT INTO durable.attempt (run_id, hash, attempt, outcome, instance, fence, started_at, ended_at)
                  SELECT 'OLD' || n, 'hash', 0, 'DONE', 'old', 2, now(), now()
                  FROM generate_series(1, ?) n
                  """,
                  FINISHED);
            });
    try (Connection connection = engine.database.source().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("VACUUM ANALYZE"); // as it is by the next day
      statement.execute("CHECKPOINT");
    }
  }
}
