package dev.entente.durable.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entente.inngest.flow.Concurrency;
import dev.entente.inngest.flow.Singleton;
import dev.entente.inngest.flow.Timeouts;
import dev.entente.inngest.flow.Trigger;
import dev.entente.inngest.function.Event;
import dev.entente.inngest.function.EventWait;
import dev.entente.inngest.function.InngestFunction;
import dev.entente.inngest.function.Invocation;
import dev.entente.inngest.function.RetryAfterException;
import dev.entente.inngest.function.StepException;
import dev.entente.inngest.json.Json;
import dev.entente.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What functions should not do, and do.
final class OddFunctionsDatabaseTest {
  private static Optional<String> message(TestEngine.Ended run) {
    return run.error().flatMap(error -> error.find("message")).flatMap(Json::text);
  }

  @Test
  void waitWhoseConditionIsWrongFailsTheRun() throws Exception {
    var function =
        InngestFunction.withId("wrong")
            .runs(
                (context, step) ->
                    step.waitForEvent(
                        "w", EventWait.of("x", Duration.ofHours(1)).when("async.data.x = 1")));
    try (var engine = TestEngine.of(function)) {
      var run = engine.run("wrong", Map.of());

      assertThat(run.status()).isEqualTo("FAILED");
      assertThat(message(run)).hasValueSatisfying(text -> assertThat(text).contains("step w"));
    }
  }

  @Test
  void stepThatFailedAsCodeMayComeBackAsASleep() throws Exception {
    var function =
        InngestFunction.withId("changing")
            .runs(
                (context, step) -> {
                  if (context.attempt() == 0) {
                    step.run(
                        "x",
                        () -> {
                          throw new RetryAfterException("later", Duration.ofSeconds(1));
                        });
                  }
                  step.sleep("x", Duration.ofMillis(10));
                  return "awake";
                });
    try (var engine = TestEngine.of(function)) {
      assertThat(engine.run("changing", Map.of()).output()).contains(Json.of("awake"));
    }
  }

  @Test
  void onlyCodeTakesAnEditedInput() throws Exception {
    var function =
        InngestFunction.withId("sleeper")
            .runs(
                (context, step) -> {
                  step.sleep("nap", Duration.ZERO);
                  return null;
                });
    try (var engine = TestEngine.of(function)) {
      var run = engine.run("sleeper", Map.of());

      assertThatThrownBy(
              () -> engine.engine.runs().rerunFrom(run.id(), "nap", Optional.of(Json.of(1))))
          .isInstanceOf(RefusedException.class)
          .hasMessage("step nap takes no input: it runs no code, it is a SLEEP");
      assertThat(engine.runs("sleeper")).hasSize(1);
    }
  }

  @Test
  void cancellingSingletonThatInvokesItselfIsToldSo() throws Exception {
    var function =
        InngestFunction.withId("self")
            .singleton(Singleton.cancelling())
            .runs(
                (context, step) -> {
                  try {
                    return step.invoke("again", String.class, Invocation.of("self"));
                  } catch (StepException e) {
                    return e.getMessage();
                  }
                });
    try (var engine = TestEngine.of(function)) {
      assertThat(engine.run("self", Map.of()).output().flatMap(Json::text))
          .hasValueSatisfying(text -> assertThat(text).contains("it would cancel run"));
    }
  }

  @Test
  void groupOfInvocationsThatCancelEachOtherTellsWhatHappened() throws Exception {
    var single =
        InngestFunction.withId("single")
            .singleton(Singleton.cancelling())
            .runs((context, step) -> step.run("one", Integer.class, () -> 1));
    var group =
        InngestFunction.withId("group")
            .runs(
                (context, step) ->
                    step.parallel(
                        List.of(1, 2),
                        n -> {
                          try {
                            return step.invoke("i" + n, Integer.class, Invocation.of("single"))
                                .toString();
                          } catch (StepException e) {
                            return String.valueOf(e.getMessage());
                          }
                        }));
    try (var engine = TestEngine.of(single, group)) {
      List<Json> told = engine.run("group", Map.of()).output().orElseThrow().elements();

      assertThat(told.getFirst().text().orElseThrow()).contains("has been cancelled");
      assertThat(told.getLast().text()).contains("1");
    }
  }

  @Test
  void endsOfRunsThatEndsHaveStartedAreNotTold() throws Exception {
    var finished =
        InngestFunction.withId("on-finished")
            .on(Trigger.event("inngest/function.finished"))
            .retries(0)
            .runs(
                (context, step) -> {
                  throw new IllegalStateException("broken");
                });
    var failed =
        InngestFunction.withId("on-failed")
            .on(Trigger.event("inngest/function.failed"))
            .runs((context, step) -> 1);
    var plain = InngestFunction.withId("plain").runs((context, step) -> 1);
    try (var engine = TestEngine.of(finished, failed, plain)) {
      engine.run("plain", Map.of());
      engine.settle();

      assertThat(engine.runs("on-finished")).hasSize(1);
      assertThat(engine.runs("on-failed")).isEmpty();
    }
  }

  @Test
  void startThatIsSkippedLeavesItsIdempotencyKeyToOthers() throws Exception {
    var clock = new SettableClock(Instant.parse("2026-11-20T12:00:00Z"));
    var function =
        InngestFunction.withId("once")
            .on(Trigger.event("test/once"))
            .singleton(Singleton.skipping())
            .idempotency("event.data.k")
            .runs(
                (context, step) -> {
                  step.sleep("nap", Duration.ofMinutes(1));
                  return null;
                });
    try (var engine = TestEngine.at(clock, function)) {
      for (int k : List.of(1, 2)) {
        engine.engine.events().send(Event.of("test/once", Map.of("k", k)));
        engine.settle();
      }
      clock.advance(Duration.ofMinutes(1));
      engine.settle();
      engine.engine.events().send(Event.of("test/once", Map.of("k", 2)));
      engine.settle();

      assertThat(engine.runs("once"))
          .extracting(TestEngine.Ended::status)
          .containsExactly("COMPLETED", "SKIPPED", "RUNNING");
    }
  }

  @Test
  void timeToStartBeginsBehindTheJitter() throws Exception {
    var clock = new SettableClock(Instant.parse("2026-11-20T12:30:00Z"));
    var function =
        InngestFunction.withId("jittered")
            .on(Trigger.cron("0 * * * *").withJitter(Duration.ofMinutes(5)))
            .timeouts(Timeouts.ofStart(Duration.ofSeconds(30)))
            .runs((context, step) -> 1);
    try (var engine = TestEngine.at(clock, function)) {
      clock.set(Instant.parse("2026-11-20T13:00:00Z"));
      for (int i = 0; i < 31; i++) {
        engine.settle();
        clock.advance(Duration.ofSeconds(10));
      }
      engine.settle();

      assertThat(engine.runs("jittered"))
          .extracting(TestEngine.Ended::status)
          .containsExactly("COMPLETED");
    }
  }

  @Test
  void stepsCannotSendTheEnginesOwnEvents() throws Exception {
    var function =
        InngestFunction.withId("forger")
            .runs(
                (context, step) ->
                    step.sendEvent("forge", Event.of("inngest/function.failed", Map.of("a", 1))));
    try (var engine = TestEngine.of(function)) {
      var run = engine.run("forger", Map.of());

      assertThat(run.status()).isEqualTo("FAILED");
      assertThat(message(run))
          .contains(
              "names that begin with inngest/ are the engine's, got: inngest/function.failed");
    }
  }

  @Test
  void cancelledRunsLeaveNoPlaceTaken() throws Exception {
    var function =
        InngestFunction.withId("places")
            .on(Trigger.event("test/places"))
            .concurrency(Concurrency.ofSteps(2))
            .runs(
                (context, step) -> {
                  for (int i = 0; i < 50; i++) {
                    int n = i;
                    step.parallel(
                        List.of(1, 2, 3),
                        part -> step.run("part %d %d".formatted(n, part), Integer.class, () -> 1));
                  }
                  return null;
                });
    try (var engine = TestEngine.of(function)) {
      for (int i = 0; i < 15; i++) {
        String event = engine.engine.events().send(Event.of("test/places"));
        Thread.sleep(i % 7 * 10L);
        String run = engine.engine.runs().ofEvent(event).getFirst().id();
        try {
          engine.engine.runs().cancel(run, "by the test");
        } catch (RefusedException e) {
          assertThat(engine.find(run).status()).isEqualTo("COMPLETED");
        }
      }
      engine.settle();

      assertThat(engine.list("SELECT 1 FROM durable.concurrency_place", _ -> true)).isEmpty();
      assertThat(engine.list("SELECT 1 FROM durable.concurrency_wait", _ -> true)).isEmpty();
    }
  }
}
