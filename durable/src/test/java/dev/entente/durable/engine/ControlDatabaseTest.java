package dev.entente.durable.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entente.inngest.flow.Singleton;
import dev.entente.inngest.flow.Throttle;
import dev.entente.inngest.flow.Trigger;
import dev.entente.inngest.function.Event;
import dev.entente.inngest.function.EventWait;
import dev.entente.inngest.function.InngestFunction;
import dev.entente.inngest.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// What people ask of runs and functions.
final class ControlDatabaseTest {
  private static final Json NOTHING = Json.of(Map.of());

  private static InngestFunction sleeper() {
    return InngestFunction.withId("sleeper")
        .on(Trigger.event("test/sleep"))
        .runs(
            (context, step) -> {
              step.sleep("long", Duration.ofHours(1));
              return "awake";
            });
  }

  private record Input(int value) {}

  private static InngestFunction sum(AtomicInteger executions) {
    return InngestFunction.withId("sum")
        .runs(
            (context, step) -> {
              executions.incrementAndGet();
              int one = step.run("one", Integer.class, () -> 1);
              int two = step.run("two", Integer.class, new Input(2), number -> number.value());
              int three = step.run("three", Integer.class, () -> 3);
              return one + two + three;
            });
  }

  @Test
  void cancelledRunEndsAtOnceAndOnlyOnce() throws Exception {
    try (var engine = TestEngine.of(sleeper())) {
      String run = engine.engine.functions().start("test-sleeper", NOTHING);
      engine.settle();

      engine.engine.runs().cancel(run, "by the test");

      assertThat(engine.find(run).status()).isEqualTo("CANCELLED");
      assertThat(engine.find(run).reason()).contains("by the test");
      assertThat(engine.list("SELECT task_name FROM durable.queue", row -> row.text("task_name")))
          .containsExactly("purge");
      assertThatThrownBy(() -> engine.engine.runs().cancel(run, "again"))
          .isInstanceOf(RefusedException.class)
          .hasMessage("run %s has ended: it is CANCELLED", run);
    }
  }

  @Test
  void whatRunsWhenItIsCancelledIsNotKept() throws Exception {
    var begun = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    var function =
        InngestFunction.withId("slow")
            .runs(
                (context, step) ->
                    step.run(
                        "slow",
                        Integer.class,
                        () -> {
                          begun.countDown();
                          goOn.await();
                          return 1;
                        }));
    try (var engine = TestEngine.of(function)) {
      String run = engine.engine.functions().start("test-slow", NOTHING);
      begun.await();

      engine.engine.runs().cancel(run, "by the test");
      goOn.countDown();
      engine.settle();

      assertThat(engine.find(run).status()).isEqualTo("CANCELLED");
      assertThat(engine.list("SELECT 1 FROM durable.step", _ -> true)).isEmpty();
    }
  }

  @Test
  void rerunBeginsAtTheStartWithTheSameEvent() throws Exception {
    var executions = new AtomicInteger();
    try (var engine = TestEngine.of(sum(executions))) {
      var first = engine.run("sum", Map.of("a", 1));

      var second = engine.await(engine.engine.runs().rerun(first.id()));

      assertThat(second.output()).isEqualTo(first.output()).contains(Json.of(6));
      assertThat(executions).hasValue(8);
      assertThat(
              engine.list(
                  "SELECT DISTINCT event_id, count(*) OVER () AS runs FROM durable.run",
                  row -> row.number("runs")))
          .containsExactly(2);
    }
  }

  @Test
  void rerunFromAStepTakesOverWhatHadEndedBefore() throws Exception {
    var executions = new AtomicInteger();
    try (var engine = TestEngine.of(sum(executions))) {
      var first = engine.run("sum", Map.of());
      executions.set(0);

      var second =
          engine.await(engine.engine.runs().rerunFrom(first.id(), "two", Optional.empty()));

      assertThat(second.output()).contains(Json.of(6));
      assertThat(executions).hasValue(3);
      assertThat(
              engine.list(
                  "SELECT rerun_of FROM durable.run WHERE id = ?",
                  row -> row.text("rerun_of"),
                  second.id()))
          .containsExactly(first.id());
    }
  }

  @Test
  void rerunFromAStepMayEditItsInput() throws Exception {
    try (var engine = TestEngine.of(sum(new AtomicInteger()))) {
      var first = engine.run("sum", Map.of());

      var second =
          engine.await(
              engine
                  .engine
                  .runs()
                  .rerunFrom(first.id(), "two", Optional.of(Json.of(Map.of("value", 20)))));

      assertThat(second.output()).contains(Json.of(24));
    }
  }

  @Test
  void rerunFromAStepIsRefusedWhereThereIsNone() throws Exception {
    try (var engine = TestEngine.of(sum(new AtomicInteger()))) {
      var first = engine.run("sum", Map.of());

      assertThatThrownBy(() -> engine.engine.runs().rerunFrom(first.id(), "four", Optional.empty()))
          .isInstanceOf(RefusedException.class)
          .hasMessage("run %s has no step four", first.id());
      assertThatThrownBy(() -> engine.engine.runs().rerun("nothing"))
          .hasMessage("there is no run nothing");
      assertThat(engine.runs("sum")).hasSize(1);
    }
  }

  @Test
  void pausedFunctionStandsStillAndGoesOn() throws Exception {
    var function =
        InngestFunction.withId("waiting")
            .on(Trigger.event("test/wait"))
            .runs(
                (context, step) -> {
                  step.waitForEvent("go", EventWait.of("test/go", Duration.ofHours(1)));
                  return step.run("after", String.class, () -> "done");
                });
    try (var engine = TestEngine.of(function)) {
      String run = engine.engine.functions().start("test-waiting", NOTHING);
      engine.settle();
      engine.engine.functions().pause("test-waiting");
      engine.engine.events().send(Event.of("test/go"));
      engine.settle();
      assertThat(engine.find(run).status()).isEqualTo("RUNNING");
      engine.engine.events().send(Event.of("test/wait"));
      assertThat(engine.runs("waiting"))
          .last()
          .returns("SKIPPED", TestEngine.Ended::status)
          .returns(Optional.of("the function is paused"), TestEngine.Ended::reason);
      assertThatThrownBy(() -> engine.engine.functions().start("test-waiting", NOTHING))
          .hasMessage("test-waiting does not start: the function is paused");

      engine.engine.functions().resume("test-waiting");

      assertThat(engine.await(run).output()).contains(Json.of("done"));
      assertThatThrownBy(() -> engine.engine.functions().resume("test-waiting"))
          .hasMessage("function test-waiting is not paused");
    }
  }

  @Test
  void secondStartOfASingletonIsRefusedWithTheRunThatGoesOn() throws Exception {
    var function =
        InngestFunction.withId("single")
            .singleton(Singleton.skipping())
            .runs(
                (context, step) -> {
                  step.sleep("long", Duration.ofHours(1));
                  return null;
                });
    try (var engine = TestEngine.of(function)) {
      String run = engine.engine.functions().start("test-single", NOTHING);

      assertThatThrownBy(() -> engine.engine.functions().start("test-single", NOTHING))
          .isInstanceOf(RefusedException.class)
          .hasMessage(
              "test-single does not start: run %s goes on, and there is one at a time", run);
      assertThat(engine.runs("single")).hasSize(1);
      engine.engine.runs().cancel(run, "by the test");
      assertThat(engine.engine.functions().start("test-single", NOTHING)).isNotEqualTo(run);
    }
  }

  @Test
  void whatTheEngineLacksIsRefusedByName() {
    var function =
        InngestFunction.withId("throttled")
            .priority("event.data.n")
            .throttle(Throttle.of(1, Duration.ofSeconds(1)))
            .runs((context, step) -> null);

    assertThatThrownBy(() -> TestEngine.of(function).close())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "function test-throttled asks for throttle and priority, which the embedded engine does not support");
  }

  @Test
  void expressionThatDoesNotCompileIsRefusedWithItsFunction() {
    var function =
        InngestFunction.withId("wrong")
            .on(Trigger.event("test/wrong").when("event.data.n >"))
            .runs((context, step) -> null);

    assertThatThrownBy(() -> TestEngine.of(function).close())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("function test-wrong: the trigger test/wrong")
        .hasMessageContaining("event.data.n >");
  }

  @Test
  void unknownFunctionsAreRefused() throws Exception {
    try (var engine = TestEngine.of(sleeper())) {
      for (String id : List.of("sleeper", "test-nothing", "")) {
        assertThatThrownBy(() -> engine.engine.functions().start(id, NOTHING))
            .isInstanceOf(RefusedException.class)
            .hasMessageContaining("there is no function " + id);
      }
    }
  }

  private record Nap(String reason) {}

  @Test
  void functionIsStartedWithAnyObject() throws Exception {
    var function =
        InngestFunction.withId("telling").runs((context, step) -> context.event().data());
    try (var engine = TestEngine.of(function)) {
      String run = engine.engine.functions().start("test-telling", new Nap("tired"));

      assertThat(engine.await(run).output()).contains(Json.of(Map.of("reason", "tired")));
      for (Object data : new Object[] {List.of(1), "text", 7, Json.NULL}) {
        assertThatThrownBy(() -> engine.engine.functions().start("test-telling", data))
            .isInstanceOf(RefusedException.class)
            .hasMessage(
                "test-telling starts with data that is an object, such as a record or a map, got: "
                    + Json.of(data));
      }
      assertThat(engine.runs("telling")).hasSize(1);
    }
  }
}
