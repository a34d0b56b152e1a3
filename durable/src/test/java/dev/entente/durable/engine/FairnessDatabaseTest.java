package dev.entente.durable.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.inngest.flow.Singleton;
import dev.entente.inngest.flow.Timeouts;
import dev.entente.inngest.flow.Trigger;
import dev.entente.inngest.function.Event;
import dev.entente.inngest.function.InngestFunction;
import dev.entente.inngest.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// That runs do not get into each other's way.
final class FairnessDatabaseTest {
  private static final Duration QUICK = Duration.ofSeconds(5);

  @Test
  void sleepsAndDeadlinesDoNotWaitForStepsThatTakeLong() throws Exception {
    var goOn = new CountDownLatch(1);
    var slow =
        InngestFunction.withId("slow")
            .on(Trigger.event("test/slow"))
            .timeouts(Timeouts.ofFinish(Duration.ofSeconds(2)))
            .runs(
                (context, step) -> {
                  step.run("slow", () -> goOn.await());
                  return null;
                });
    var sleeper =
        InngestFunction.withId("sleeper")
            .runs(
                (context, step) -> {
                  step.sleep("nap", Duration.ofMillis(1_500));
                  return null;
                });
    try (var engine = TestEngine.of(slow, sleeper)) {
      String sleeping = engine.engine.functions().start("test-sleeper", Json.of(Map.of()));
      engine
          .engine
          .events()
          .send(IntStream.range(0, 8).mapToObj(_ -> Event.of("test/slow")).toList());

      while (engine.runs("slow").stream().anyMatch(run -> !run.status().equals("CANCELLED"))) {
        Thread.sleep(20);
      }

      assertThat(
              engine.list(
                  "SELECT status FROM durable.step WHERE run_id = ?",
                  row -> row.text("status"),
                  sleeping))
          .containsExactly("DONE");
      goOn.countDown();
      engine.await(sleeping);
    }
  }

  @Test
  void stepsThatFailTheirRunTogetherDoNotWaitForEachOther() throws Exception {
    var function =
        InngestFunction.withId("failing")
            .on(Trigger.event("test/fail"))
            .retries(0)
            .runs(
                (context, step) -> {
                  if (context.event().data().find("go").isPresent()) {
                    step.parallel(
                        List.of(1, 2, 3, 4, 5, 6),
                        n ->
                            step.run(
                                "step " + n,
                                Integer.class,
                                () -> {
                                  throw new IllegalStateException("broken");
                                }));
                  }
                  throw new IllegalStateException("the function fails");
                });
    try (var engine = TestEngine.of(function)) {
      long start = System.nanoTime();
      for (int i = 0; i < 5; i++) {
        engine.run("failing", Map.of("go", i));
      }

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(QUICK);
      assertThat(deadlocks(engine)).isZero();
    }
  }

  @Test
  void singletonsThatCancelEachOtherDoNotDeadlock() throws Exception {
    var function =
        InngestFunction.withId("latest")
            .on(Trigger.event("test/latest"))
            .singleton(Singleton.cancelling())
            .runs((context, step) -> step.run("one", Integer.class, () -> 1));
    try (var engine = TestEngine.of(function)) {
      for (int i = 0; i < 200; i++) {
        engine.engine.events().send(Event.of("test/latest"));
      }
      engine.settle();

      assertThat(deadlocks(engine)).isZero();
      assertThat(engine.runs("latest"))
          .hasSize(200)
          .allSatisfy(run -> assertThat(run.status()).isIn("CANCELLED", "COMPLETED"))
          .last()
          .returns("COMPLETED", TestEngine.Ended::status);
    }
  }

  private static long deadlocks(TestEngine engine) {
    return engine
        .list(
            """
            SELECT pg_stat_force_next_flush(), deadlocks
            FROM pg_stat_database WHERE datname = current_database()
            """,
            row -> row.large("deadlocks"))
        .getFirst();
  }

  @Test
  void cancelledRunsLeaveNothingInTheQueue() throws Exception {
    var function =
        InngestFunction.withId("waiting")
            .on(Trigger.event("test/wait"))
            .runs(
                (context, step) -> {
                  step.parallel(
                      () -> step.sleep("one", Duration.ofDays(300)),
                      () -> step.sleep("two", Duration.ofDays(300)));
                  return null;
                });
    try (var engine = TestEngine.of(function)) {
      for (int i = 0; i < 100; i++) {
        String event = engine.engine.events().send(Event.of("test/wait"));
        engine.engine.runs().cancel(engine.engine.runs().ofEvent(event).getFirst().id(), "test");
      }
      engine.settle();

      assertThat(engine.list("SELECT task_name FROM durable.queue", row -> row.text("task_name")))
          .containsExactly("purge");
    }
  }

  @Test
  void pausedRunStopsBehindTheStepThatItIsIn() throws Exception {
    var begun = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    var function =
        InngestFunction.withId("long")
            .runs(
                (context, step) -> {
                  for (int i = 0; i < 20; i++) {
                    step.run(
                        "step " + i,
                        () -> {
                          begun.countDown();
                          goOn.await();
                        });
                  }
                  return null;
                });
    try (var engine = TestEngine.of(function)) {
      String run = engine.engine.functions().start("test-long", Json.of(Map.of()));
      begun.await();
      engine.engine.functions().pause("test-long");
      goOn.countDown();
      engine.settle();

      assertThat(engine.find(run).status()).isEqualTo("RUNNING");
      assertThat(engine.list("SELECT 1 FROM durable.step", _ -> true)).hasSize(1);

      engine.engine.functions().resume("test-long");
      assertThat(engine.await(run).status()).isEqualTo("COMPLETED");
    }
  }

  @Test
  void editedInputOfAStepInAGroupIsTaken() throws Exception {
    record Input(int value) {}
    var function =
        InngestFunction.withId("group")
            .runs(
                (context, step) ->
                    step
                        .parallel(
                            List.of(1, 2),
                            n -> step.run("part " + n, Integer.class, new Input(n), Input::value))
                        .stream()
                        .mapToInt(Integer::intValue)
                        .sum());
    try (var engine = TestEngine.of(function)) {
      var first = engine.run("group", Map.of());
      String step =
          engine.list("SELECT id FROM durable.step ORDER BY id", row -> row.text("id")).getFirst();

      var second =
          engine.await(
              engine
                  .engine
                  .runs()
                  .rerunFrom(first.id(), step, Optional.of(Json.of(Map.of("value", 100)))));

      assertThat(first.output()).contains(Json.of(3));
      assertThat(second.output()).contains(Json.of(102));
    }
  }

  @Test
  void whatTheDatabaseDoesNotTakeIsAFailedAttempt() throws Exception {
    var function =
        InngestFunction.withId("nul")
            .retries(1)
            .runs(
                (context, step) -> {
                  step.sendEvent("tell", Event.of("test/x").withId("a".repeat(400)));
                  throw new IllegalStateException("a\0b");
                });
    try (var engine = TestEngine.of(function)) {
      var run = engine.run("nul", Map.of());

      assertThat(run.status()).isEqualTo("FAILED");
    }
  }
}
