package dev.entente.durable.behaviour;

import dev.entente.inngest.flow.CancelOn;
import dev.entente.inngest.flow.Concurrency;
import dev.entente.inngest.flow.Singleton;
import dev.entente.inngest.flow.Timeouts;
import dev.entente.inngest.flow.Trigger;
import dev.entente.inngest.function.Event;
import dev.entente.inngest.function.EventWait;
import dev.entente.inngest.function.FailedRun;
import dev.entente.inngest.function.FunctionBody;
import dev.entente.inngest.function.FunctionBuilder;
import dev.entente.inngest.function.InngestFunction;
import dev.entente.inngest.function.Invocation;
import dev.entente.inngest.function.NonRetriableException;
import dev.entente.inngest.function.RetryAfterException;
import dev.entente.inngest.function.Step;
import dev.entente.inngest.function.StepException;
import dev.entente.inngest.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The functions of the app `behaviour`, each started by the event `behaviour/` and its id. The
/// same stand in `behaviour.mjs`, in the same order.
public final class BehaviourFunctions {
  /// The app's name.
  public static final String APP = "behaviour";

  private static final Duration SECOND = Duration.ofSeconds(1);

  private BehaviourFunctions() {}

  private record Input(int n) {}

  private static FunctionBuilder function(String id) {
    return InngestFunction.withId(id).on(Trigger.event(APP + "/" + id));
  }

  /// All of them.
  public static List<InngestFunction> all() {
    List<InngestFunction> all = new ArrayList<>();
    all.addAll(steps());
    all.addAll(failures());
    all.addAll(waits());
    all.addAll(invocations());
    all.addAll(groups());
    all.addAll(limits());
    all.addAll(values());
    return all;
  }

  private static List<InngestFunction> steps() {
    return List.of(
        function("values").runs((_, step) -> eachType(step)),
        function("two-steps")
            .runs(
                (_, step) -> {
                  int one = step.run("one", int.class, () -> 1);
                  return step.run("two", int.class, () -> one + 1);
                }));
  }

  private static List<@Nullable Object> eachType(Step step) {
    return Arrays.asList(
        step.run("null", Json.class, () -> Json.NULL),
        step.run("boolean", boolean.class, () -> true),
        step.run("integer", int.class, () -> 42),
        step.run("fraction", double.class, () -> 0.5),
        step.run("text", String.class, () -> "text"),
        step.run("array", Json.class, () -> Json.parse("[1,\"two\",null]")),
        step.run("object", Json.class, () -> Json.parse("{\"a\":{\"b\":[]}}")));
  }

  private static RuntimeException later(String message) {
    return new RetryAfterException(message, SECOND);
  }

  private static FunctionBody failing(RuntimeException failure) {
    return (_, _) -> {
      throw failure;
    };
  }

  private static String fail(RuntimeException failure) {
    throw failure;
  }

  private static List<InngestFunction> failures() {
    return List.of(
        function("step-retries")
            .runs(
                (context, step) ->
                    step.run("flaky", int.class, () -> fromAttempt(2, context.attempt()))),
        function("step-fails")
            .retries(1)
            .runs((_, step) -> step.run("broken", String.class, () -> fail(later("broken")))),
        function("step-caught").retries(0).runs((_, step) -> caught(step)),
        function("step-fails-for-good")
            .runs(
                (_, step) ->
                    step.run("broken", String.class, () -> fail(new NonRetriableException("no")))),
        function("body-fails-for-good").runs((_, _) -> fail(new NonRetriableException("no"))),
        function("body-retries").runs((context, _) -> fromAttempt(1, context.attempt())),
        function("body-fails").retries(1).runs((_, _) -> fail(later("broken"))),
        function("no-retries").retries(0).runs(failing(new IllegalStateException("broken"))));
  }

  private static int fromAttempt(int first, int attempt) {
    if (attempt < first) {
      throw later("not yet");
    }
    return attempt;
  }

  private static String caught(Step step) {
    try {
      return step.run("broken", String.class, () -> fail(new IllegalStateException("broken")));
    } catch (StepException e) {
      return step.run("undo", String.class, () -> "undone: " + e.getMessage());
    }
  }

  private static List<InngestFunction> waits() {
    return List.of(
        function("sleeps").runs((_, step) -> slept(step, "nap", SECOND, "awake")),
        function("sleeps-until-past")
            .runs(
                (_, step) -> {
                  step.sleepUntil("past", Instant.parse("2020-01-01T00:00:00Z"));
                  return "awake";
                }),
        function("waits").runs((_, step) -> approval(step, "approval", Duration.ofMinutes(1))),
        function("wait-times-out").runs((_, step) -> approval(step, "approval", SECOND)));
  }

  private static <T extends @Nullable Object> T slept(
      Step step, String id, Duration duration, T value) {
    step.sleep(id, duration);
    return value;
  }

  private static String approval(Step step, String id, Duration timeout) {
    return step.waitForEvent(id, EventWait.of("behaviour/approved", timeout).matching("data.id"))
        .flatMap(event -> event.data().find("by"))
        .flatMap(Json::text)
        .orElse("nobody");
  }

  private static FunctionBody sleepingLong() {
    return (_, step) -> slept(step, "long", Duration.ofHours(1), null);
  }

  private static List<InngestFunction> invocations() {
    return List.of(
        function("doubles").runs((context, _) -> context.event().data(Input.class).n() * 2),
        function("fails-at-once").runs((_, _) -> fail(new NonRetriableException("no"))),
        function("sleeps-long").runs(sleepingLong()),
        function("invokes")
            .runs(
                (_, step) ->
                    step.invoke("call", int.class, Invocation.of("doubles").with(new Input(21)))),
        function("invokes-failing")
            .runs(
                (_, step) -> {
                  try {
                    return step.invoke("call", Json.class, Invocation.of("fails-at-once"));
                  } catch (StepException e) {
                    return "caught: " + e.getMessage();
                  }
                }),
        function("invoke-times-out")
            .runs(
                (_, step) -> {
                  try {
                    return step.invoke(
                        "call", Json.class, Invocation.of("sleeps-long").within(SECOND));
                  } catch (StepException e) {
                    return e.report().name();
                  }
                }),
        function("sends")
            .runs(
                (_, step) ->
                    step.sendEvent("tell", List.of(Event.of("behaviour/doubles", new Input(1))))
                        .size()));
  }

  private static List<InngestFunction> groups() {
    return List.of(
        function("parallel-runs")
            .runs(
                (_, step) ->
                    step.parallel(
                        () -> step.run("a", String.class, () -> "A"),
                        () -> step.run("b", String.class, () -> "B"),
                        () -> step.run("c", String.class, () -> "C"))),
        function("parallel-mixed")
            .runs(
                (_, step) ->
                    step.parallel(
                        () -> step.run("run", String.class, () -> "ran"),
                        () -> slept(step, "sleep", SECOND, "slept"),
                        () -> approval(step, "wait", SECOND))),
        function("branches")
            .runs((_, step) -> step.parallel(() -> branch(step, "x"), () -> branch(step, "y"))),
        function("loop")
            .runs(
                (_, step) -> {
                  List<Integer> all = new ArrayList<>();
                  for (int i = 0; i < 3; i++) {
                    int number = i;
                    all.add(step.run("load", int.class, () -> number));
                  }
                  return all;
                }));
  }

  private static int branch(Step step, String name) {
    int one = step.run(name + " 1", int.class, () -> 1);
    return step.run(name + " 2", int.class, () -> one + 10);
  }

  private static List<InngestFunction> limits() {
    return List.of(
        function("on-failure")
            .retries(0)
            .onFailure(
                (context, step) -> {
                  String message = FailedRun.of(context.event()).error().message();
                  step.sendEvent(
                      "record", Event.of("behaviour/recorded", Map.of("message", message)));
                  return null;
                })
            .runs(failing(new IllegalStateException("broken"))),
        function("cancelled")
            .cancelOn(CancelOn.event("behaviour/stop").matching("data.id"))
            .runs(sleepingLong()),
        function("times-out")
            .timeouts(Timeouts.ofFinish(Duration.ofSeconds(2)))
            .runs(sleepingLong()),
        function("singleton")
            .singleton(Singleton.skipping().perKey("event.data.id"))
            .runs((_, step) -> slept(step, "nap", Duration.ofSeconds(2), "done")),
        function("one-at-a-time")
            .concurrency(Concurrency.ofSteps(1).perKey("event.data.id"))
            .runs(
                (_, step) ->
                    step.run(
                        "work",
                        String.class,
                        () -> {
                          Thread.sleep(300);
                          return "done";
                        })),
        function("idempotent").idempotency("event.data.id").runs((_, _) -> "done"));
  }

  private static List<InngestFunction> values() {
    return List.of(
        function("step-input")
            .runs(
                (_, step) ->
                    step.run("double", int.class, new Input(21), number -> number.n() * 2)),
        function("large-output")
            .runs((_, step) -> step.run("large", String.class, () -> "x".repeat(1 << 20)).length()),
        function("unicode")
            .runs(
                (context, step) ->
                    step.run(
                        "é€😀 \\ \"'",
                        String.class,
                        () ->
                            context.event().data().find("text").flatMap(Json::text).orElseThrow()
                                + " — é€😀\n\\\"")));
  }
}
