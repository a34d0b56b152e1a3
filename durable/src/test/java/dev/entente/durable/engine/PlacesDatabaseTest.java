package dev.entente.durable.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.inngest.flow.Concurrency;
import dev.entente.inngest.flow.Trigger;
import dev.entente.inngest.function.Event;
import dev.entente.inngest.function.FunctionBuilder;
import dev.entente.inngest.function.InngestFunction;
import dev.entente.inngest.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Who gets a place of a concurrency limit, and when.
@Timeout(60)
final class PlacesDatabaseTest {
  private final CountDownLatch released = new CountDownLatch(1);

  private InngestFunction limited(String id, Concurrency... limits) {
    FunctionBuilder builder = InngestFunction.withId(id).on(Trigger.event("test/" + id));
    for (Concurrency limit : limits) {
      builder.concurrency(limit);
    }
    return builder.runs(
        (context, step) -> {
          released.await();
          return null;
        });
  }

  private static void send(TestEngine engine, String function, Object key) {
    engine.engine.events().send(Event.of("test/" + function, Map.of("key", key)));
  }

  private static void await(TestEngine engine, String sql, int count) throws InterruptedException {
    while (engine.list(sql, _ -> 1).size() != count) {
      Thread.sleep(2);
    }
  }

  private static void awaitWaiting(TestEngine engine, int count) throws InterruptedException {
    await(engine, "SELECT 1 FROM durable.concurrency_wait WHERE limit_key <> ''", count);
  }

  private static void awaitBegun(TestEngine engine, int count) throws InterruptedException {
    await(engine, "SELECT 1 FROM durable.run WHERE started_at IS NOT NULL", count);
  }

  // Values of the key in the order in which their runs began.
  private static List<Json> begun(TestEngine engine) {
    return engine.list(
        """
        SELECT data FROM durable.run JOIN durable.event ON event.id = event_id
        WHERE started_at IS NOT NULL ORDER BY started_at
        """,
        row -> row.json("data").find("key").orElseThrow());
  }

  private static List<Json> keys(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(Json::of).toList();
  }

  @Test
  void runsBeginInTheOrderInWhichTheyCame() throws Exception {
    try (var engine = TestEngine.of(limited("one", Concurrency.ofRuns(1)))) {
      send(engine, "one", 1);
      awaitBegun(engine, 1);
      for (int run = 2; run <= 60; run++) {
        send(engine, "one", run);
        awaitWaiting(engine, run - 1);
      }

      released.countDown();
      for (int run = 61; run <= 80; run++) { // newcomers, while places are given away
        send(engine, "one", run);
      }
      await(engine, "SELECT 1 FROM durable.run WHERE status = 'COMPLETED'", 80);

      assertThat(begun(engine)).hasSize(80).startsWith(keys(60).toArray(Json[]::new));
      assertThat(engine.list("SELECT 1 FROM durable.concurrency_wait", _ -> 1)).isEmpty();
      assertThat(engine.list("SELECT 1 FROM durable.concurrency_place", _ -> 1)).isEmpty();
    }
  }

  @Test
  void runsOfEachKeyBeginInTheirOrderWithSeveralPlaces() throws Exception {
    var function = limited("two", Concurrency.ofSteps(2).perKey("event.data.key.of"));
    try (var engine = TestEngine.of(function)) {
      for (int run = 1; run <= 60; run++) {
        send(engine, "two", Map.of("of", run % 2, "run", run));
        awaitBegun(engine, Math.min(run, 4));
        awaitWaiting(engine, Math.max(run - 4, 0));
      }

      released.countDown();
      await(engine, "SELECT 1 FROM durable.run WHERE status = 'COMPLETED'", 60);

      for (int key : List.of(0, 1)) {
        assertThat(begun(engine))
            .filteredOn(value -> value.find("of").equals(Optional.of(Json.of(key))))
            .map(value -> value.find("run").orElseThrow().as(Integer.class))
            .hasSize(30)
            .isSorted();
      }
    }
  }

  @Test
  void itemThatNeedsTwoPlacesKeepsItsNumberForBoth() throws Exception {
    var function =
        limited("both", Concurrency.ofSteps(1), Concurrency.ofRuns(2).perKey("event.data.key % 2"));
    try (var engine = TestEngine.of(function)) {
      for (int run = 1; run <= 20; run++) {
        send(engine, "both", run);
        awaitBegun(engine, 1);
        awaitWaiting(engine, run - 1);
      }

      released.countDown();
      await(engine, "SELECT 1 FROM durable.run WHERE status = 'COMPLETED'", 20);

      assertThat(begun(engine)).isEqualTo(keys(20));
    }
  }

  @Test
  void runThatIsCancelledWhileItWaitsKeepsNobodyWaiting() throws Exception {
    try (var engine = TestEngine.of(limited("one", Concurrency.ofRuns(1)))) {
      for (int run = 1; run <= 3; run++) {
        send(engine, "one", run);
        awaitBegun(engine, 1);
        awaitWaiting(engine, run - 1);
      }
      List<TestEngine.Ended> runs = engine.runs("one");
      engine.engine.runs().cancel(runs.get(1).id(), "by the test");

      released.countDown();

      assertThat(engine.await(runs.getLast().id()).status()).isEqualTo("COMPLETED");
      assertThat(engine.list("SELECT 1 FROM durable.concurrency_wait", _ -> 1)).isEmpty();
    }
  }

  @Test
  void functionThatIsPausedKeepsNoOtherFromTheirCommonPlaces() throws Exception {
    var common = Concurrency.ofSteps(1).perKey("'all'", Concurrency.Scope.ENVIRONMENT);
    try (var engine =
        TestEngine.of(
            limited("first", common), limited("paused", common), limited("last", common))) {
      int sent = 0;
      for (String function : List.of("first", "paused", "last", "last")) {
        send(engine, function, function);
        awaitBegun(engine, 1);
        awaitWaiting(engine, sent++);
      }
      engine.engine.functions().pause("test-paused");

      released.countDown();

      for (TestEngine.Ended run : engine.runs("last")) {
        assertThat(engine.await(run.id()).status()).isEqualTo("COMPLETED");
      }
      assertThat(engine.find(engine.runs("paused").getFirst().id()).status()).isEqualTo("QUEUED");
      engine.engine.functions().resume("test-paused");
      assertThat(engine.await(engine.runs("paused").getFirst().id()).status())
          .isEqualTo("COMPLETED");
      assertThat(engine.list("SELECT 1 FROM durable.concurrency_wait", _ -> 1)).isEmpty();
    }
  }

  @Test
  void placeThatIsFreedIsTakenAtOnceByTheNext() throws Exception {
    try (var engine = TestEngine.of(limited("one", Concurrency.ofRuns(1)))) {
      for (int run = 1; run <= 10; run++) {
        send(engine, "one", run);
        awaitBegun(engine, 1);
        awaitWaiting(engine, run - 1);
      }
      long start = System.nanoTime();
      for (TestEngine.Ended run : engine.runs("one")) { // from the one that has the place
        engine.engine.runs().cancel(run.id(), "by the test");
      }
      send(engine, "one", 11);
      released.countDown();

      engine.await(engine.runs("one").getLast().id());
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }
  }
}
