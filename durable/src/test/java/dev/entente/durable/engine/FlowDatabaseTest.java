package dev.entente.durable.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.inngest.flow.CancelOn;
import dev.entente.inngest.flow.Concurrency;
import dev.entente.inngest.flow.Singleton;
import dev.entente.inngest.flow.Timeouts;
import dev.entente.inngest.flow.Trigger;
import dev.entente.inngest.function.Event;
import dev.entente.inngest.function.FailedRun;
import dev.entente.inngest.function.FunctionBuilder;
import dev.entente.inngest.function.InngestFunction;
import dev.entente.inngest.function.NonRetriableException;
import dev.entente.inngest.json.Json;
import dev.entente.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What limits how runs start and go on.
final class FlowDatabaseTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  private static InngestFunction sleeping(FunctionBuilder builder) {
    return builder.runs(
        (context, step) -> {
          step.sleep("long", Duration.ofHours(1));
          return null;
        });
  }

  private static List<String> statuses(TestEngine engine, String function) {
    return engine.runs(function).stream().map(TestEngine.Ended::status).toList();
  }

  @Test
  void noMoreStepsAtOnceThanALimitAdmitsForEachKey() throws Exception {
    var now = new ConcurrentHashMap<String, AtomicInteger>();
    var most = new AtomicInteger();
    var function =
        InngestFunction.withId("limited")
            .on(Trigger.event("test/limited"))
            .concurrency(Concurrency.ofSteps(2).perKey("event.data.key"))
            .runs(
                (context, step) -> {
                  String key = context.event().data().find("key").flatMap(Json::text).orElseThrow();
                  var count = now.computeIfAbsent(key, _ -> new AtomicInteger());
                  return step.parallel(
                      List.of(1, 2, 3),
                      n ->
                          step.run(
                              "part " + n,
                              Integer.class,
                              () -> {
                                most.accumulateAndGet(count.incrementAndGet(), Math::max);
                                Thread.sleep(20);
                                count.decrementAndGet();
                                return n;
                              }));
                });
    try (var engine = TestEngine.of(function)) {
      engine
          .engine
          .events()
          .send(
              IntStream.range(0, 6)
                  .mapToObj(n -> Event.of("test/limited", Map.of("key", "k" + n % 2)))
                  .toList());
      engine.settle();

      assertThat(statuses(engine, "limited")).hasSize(6).containsOnly("COMPLETED");
      assertThat(most).hasValue(2);
      assertThat(engine.list("SELECT 1 FROM durable.concurrency_place", _ -> true)).isEmpty();
      assertThat(engine.list("SELECT 1 FROM durable.concurrency_wait", _ -> true)).isEmpty();
    }
  }

  @Test
  void noMoreRunsAtOnceThanALimitAdmitsEvenWhileTheySleep() throws Exception {
    var function =
        InngestFunction.withId("runs")
            .on(Trigger.event("test/runs"))
            .concurrency(Concurrency.ofRuns(1))
            .runs(
                (context, step) -> {
                  step.sleep("short", Duration.ofMillis(100));
                  return step.run(
                      "now", String.class, () -> InstantSource.system().instant().toString());
                });
    try (var engine = TestEngine.of(function)) {
      List<Event> events =
          List.of(Event.of("test/runs"), Event.of("test/runs"), Event.of("test/runs"));
      engine.engine.events().send(events);
      for (var run : engine.runs("runs")) {
        engine.await(run.id());
      }

      assertThat(
              engine.list(
                  """
                  SELECT 1 FROM durable.run a JOIN durable.run b
                    ON a.id < b.id AND a.started_at < b.ended_at AND b.started_at < a.ended_at
                  """,
                  _ -> true))
          .isEmpty();
    }
  }

  @Test
  void singletonSkipsOrCancels() throws Exception {
    var skipping =
        sleeping(
            InngestFunction.withId("skipping")
                .on(Trigger.event("test/start"))
                .singleton(Singleton.skipping().perKey("event.data.key")));
    var cancelling =
        sleeping(
            InngestFunction.withId("cancelling")
                .on(Trigger.event("test/start"))
                .singleton(Singleton.cancelling().perKey("event.data.key")));
    try (var engine = TestEngine.of(skipping, cancelling)) {
      for (int key : List.of(1, 1, 2)) {
        engine.engine.events().send(Event.of("test/start", Map.of("key", key)));
        engine.settle();
      }

      assertThat(statuses(engine, "skipping")).containsExactly("RUNNING", "SKIPPED", "RUNNING");
      assertThat(statuses(engine, "cancelling")).containsExactly("CANCELLED", "RUNNING", "RUNNING");
    }
  }

  @Test
  void eventCancelsTheRunsThatItsConditionIsFor() throws Exception {
    var function =
        sleeping(
            InngestFunction.withId("order")
                .on(Trigger.event("test/order"))
                .cancelOn(CancelOn.event("test/cancelled").matching("data.id")));
    try (var engine = TestEngine.of(function)) {
      engine
          .engine
          .events()
          .send(
              List.of(
                  Event.of("test/order", Map.of("id", 1)),
                  Event.of("test/order", Map.of("id", 2))));
      engine.settle();

      engine.engine.events().send(Event.of("test/cancelled", Map.of("id", 2.0)));

      assertThat(statuses(engine, "order")).containsExactly("RUNNING", "CANCELLED");
    }
  }

  @Test
  void oneRunADayForEachValueOfAnIdempotencyKey() throws Exception {
    var clock = new SettableClock(NOON);
    var function =
        InngestFunction.withId("once")
            .on(Trigger.event("test/once"))
            .idempotency("event.data.id")
            .runs((context, step) -> 1);
    try (var engine = TestEngine.at(clock, function)) {
      engine.engine.events().send(Event.of("test/once", Map.of("id", "a")));
      engine.engine.events().send(Event.of("test/once", Map.of("id", "a")));
      engine.engine.events().send(Event.of("test/once", Map.of("id", "b")));
      engine.settle();
      clock.advance(Duration.ofHours(24));
      engine.engine.events().send(Event.of("test/once", Map.of("id", "a")));
      engine.settle();

      assertThat(statuses(engine, "once")).containsExactly("COMPLETED", "COMPLETED", "COMPLETED");
    }
  }

  @Test
  void runsThatTakeTooLongAreCancelled() throws Exception {
    var clock = new SettableClock(NOON);
    var finish =
        sleeping(
            InngestFunction.withId("finish")
                .on(Trigger.event("test/go"))
                .timeouts(Timeouts.ofFinish(Duration.ofMinutes(5))));
    var start =
        sleeping(
            InngestFunction.withId("start")
                .on(Trigger.event("test/go"))
                .concurrency(Concurrency.ofRuns(1))
                .timeouts(Timeouts.ofStart(Duration.ofMinutes(5))));
    try (var engine = TestEngine.at(clock, finish, start)) {
      engine.engine.events().send(Event.of("test/go"));
      engine.settle();
      engine.engine.events().send(Event.of("test/go"));
      engine.settle();

      clock.advance(Duration.ofMinutes(5));
      engine.settle();

      assertThat(statuses(engine, "finish")).containsExactly("CANCELLED", "CANCELLED");
      assertThat(statuses(engine, "start")).containsExactly("RUNNING", "CANCELLED");
      assertThat(engine.runs("start").getLast().reason())
          .contains("it did not begin in time (timeouts.start)");
    }
  }

  @Test
  void failureHandlerIsToldOnceAndItsOwnFailureEndsThere() throws Exception {
    var told = new ConcurrentHashMap<String, Integer>();
    var function =
        InngestFunction.withId("failing")
            .on(Trigger.event("test/fail"))
            .retries(0)
            .onFailure(
                (context, step) -> {
                  var failed = FailedRun.of(context.event());
                  told.merge(failed.error().message(), 1, Integer::sum);
                  throw new NonRetriableException("the handler fails too");
                })
            .runs(
                (context, step) ->
                    step.run(
                        "break",
                        Integer.class,
                        () -> {
                          throw new IllegalStateException("broken");
                        }));
    try (var engine = TestEngine.of(function)) {
      engine.engine.events().send(Event.of("test/fail"));
      engine.settle();

      assertThat(statuses(engine, "failing")).containsExactly("FAILED");
      assertThat(statuses(engine, "failing-failure")).containsExactly("FAILED");
      assertThat(told).containsExactly(Map.entry("broken", 1));
    }
  }
}
