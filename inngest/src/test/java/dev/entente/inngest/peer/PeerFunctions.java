package dev.entente.inngest.peer;

import dev.entente.inngest.flow.CancelOn;
import dev.entente.inngest.flow.Concurrency;
import dev.entente.inngest.flow.Debounce;
import dev.entente.inngest.flow.EventBatch;
import dev.entente.inngest.flow.RateLimit;
import dev.entente.inngest.flow.Singleton;
import dev.entente.inngest.flow.Throttle;
import dev.entente.inngest.flow.Timeouts;
import dev.entente.inngest.flow.Trigger;
import dev.entente.inngest.function.Event;
import dev.entente.inngest.function.EventWait;
import dev.entente.inngest.function.FunctionBody;
import dev.entente.inngest.function.InngestFunction;
import dev.entente.inngest.function.Invocation;
import dev.entente.inngest.function.NonRetriableException;
import dev.entente.inngest.function.RetryAfterException;
import dev.entente.inngest.function.StepException;
import dev.entente.inngest.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The functions of `functions.mjs`, in its order.
final class PeerFunctions {
  record Input(int n) {}

  private PeerFunctions() {}

  static List<InngestFunction> all() {
    return List.of(
        define(
            "value",
            (context, _) ->
                Map.of(
                    "n",
                    context.event().data().find("n").orElseThrow(),
                    "half",
                    0.5,
                    "text",
                    "é€😀")),
        define("nothing", (_, _) -> null),
        define(
            "steps",
            (_, step) ->
                step.run("one", Integer.class, () -> 1) + step.run("two", Integer.class, () -> 2)),
        define(
            "sleeps",
            (_, step) -> {
              step.sleep("first", Duration.ofSeconds(90));
              step.sleepUntil("second", Instant.parse("2026-11-30T12:00:00Z"));
              return "awake";
            }),
        define(
            "waits",
            (_, step) ->
                step.waitForEvent(
                        "approval",
                        EventWait.of("order/approved", Duration.ofDays(8)).matching("data.orderId"))
                    .map(event -> event.data().find("by").orElseThrow())
                    .orElse(Json.of("nobody"))),
        define(
            "invokes",
            (_, step) ->
                step.invoke(
                    "score",
                    Json.class,
                    Invocation.of("value").with(Map.of("id", 7)).within(Duration.ofHours(2)))),
        define(
            "sends",
            (_, step) ->
                step.sendEvent(
                    "tell",
                    Event.of("a/b", Map.of("n", 1)).at(Instant.ofEpochMilli(1_000_000_000_000L)))),
        define(
            "group",
            (_, step) ->
                step.parallel(
                    () -> step.run("a", String.class, () -> "A"),
                    () -> step.run("b", String.class, () -> "B"),
                    () -> {
                      step.sleep("c", Duration.ofSeconds(10));
                      return "C";
                    })),
        define(
            "chains",
            (_, step) ->
                step.parallel(
                    List.of("x", "y"),
                    name ->
                        step.run(name + " 1", Integer.class, () -> 1)
                            + step.run(name + " 2", Integer.class, () -> 10))),
        define(
            "loop",
            (_, step) -> {
              List<Integer> all = new ArrayList<>();
              for (int i = 0; i < 3; i++) {
                int number = i;
                all.add(step.run("load", Integer.class, () -> number));
              }
              return all;
            }),
        define(
            "literal",
            (_, step) -> {
              step.run("a:1", Integer.class, () -> 0);
              step.run("a", Integer.class, () -> 1);
              return step.run("a", Integer.class, () -> 2);
            }),
        define(
            "input",
            (_, step) -> step.run("double", Integer.class, new Input(21), input -> input.n() * 2)),
        define(
            "fails",
            (_, _) -> {
              throw new IllegalStateException("no network", new IllegalStateException("cable"));
            }),
        define(
            "fails-for-good",
            (_, _) -> {
              throw new NonRetriableException("no such order");
            }),
        define(
            "fails-later",
            (_, _) -> {
              throw new RetryAfterException("busy", Duration.ofSeconds(90));
            }),
        define(
            "step-fails",
            (_, step) ->
                step.run(
                    "call",
                    Json.class,
                    () -> {
                      throw new IllegalStateException("no network");
                    })),
        define(
            "step-fails-for-good",
            (_, step) ->
                step.run(
                    "call",
                    Json.class,
                    () -> {
                      throw new NonRetriableException("no such order");
                    })),
        define(
            "step-fails-later",
            (_, step) ->
                step.run(
                    "call",
                    Json.class,
                    () -> {
                      throw new RetryAfterException("busy", Duration.ofSeconds(90));
                    })),
        define(
            "catches",
            (_, step) -> {
              try {
                return step.run("call", String.class, () -> "called");
              } catch (StepException e) {
                return step.run("undo", String.class, () -> e.stepId() + ": " + e.getMessage());
              }
            }),
        configured(),
        InngestFunction.withId("batched")
            .on(Trigger.event("test/started"))
            .batchEvents(EventBatch.of(50, Duration.ofSeconds(60)).perKey("event.data.k"))
            .runs((_, _) -> "done"));
  }

  private static InngestFunction define(String id, FunctionBody body) {
    return InngestFunction.withId(id).on(Trigger.event("test/started")).runs(body);
  }

  private static InngestFunction configured() {
    return InngestFunction.withId("configured")
        .name("Générer")
        .on(Trigger.event("a/b").when("event.data.n > 1"))
        .on(
            Trigger.cron("0 0 * * *")
                .in(ZoneId.of("Europe/Paris"))
                .withJitter(Duration.ofMinutes(1)))
        .retries(0)
        .concurrency(Concurrency.ofSteps(5))
        .concurrency(Concurrency.ofSteps(9).perKey("event.data.k", Concurrency.Scope.ENVIRONMENT))
        .throttle(Throttle.of(2, Duration.ofMinutes(1)).withBurst(3).perKey("event.data.k"))
        .rateLimit(RateLimit.of(4, Duration.ofHours(1)).perKey("event.data.k"))
        .debounce(
            Debounce.of(Duration.ofSeconds(5))
                .perKey("event.data.k")
                .atMost(Duration.ofMinutes(10)))
        .priority("120")
        .cancelOn(CancelOn.event("a/stop").matching("data.id").within(Duration.ofDays(2)))
        .singleton(Singleton.skipping().perKey("event.data.k"))
        .timeouts(Timeouts.ofStart(Duration.ofSeconds(30)).andFinish(Duration.ofHours(6)))
        .onFailure((_, _) -> null)
        .runs((_, _) -> "done");
  }
}
