package dev.entente.durable.remote;

import static dev.entente.durable.remote.Calls.done;
import static dev.entente.durable.remote.Calls.hash;
import static dev.entente.durable.remote.Calls.running;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.durable.call.KeptStep;
import dev.entente.durable.call.StepKind;
import dev.entente.inngest.execution.CallResult;
import dev.entente.inngest.execution.Memo;
import dev.entente.inngest.execution.Operation;
import dev.entente.inngest.execution.StepOptions;
import dev.entente.inngest.execution.StepRef;
import dev.entente.inngest.function.ErrorReport;
import dev.entente.inngest.function.Event;
import dev.entente.inngest.function.EventWait;
import dev.entente.inngest.function.FunctionBody;
import dev.entente.inngest.function.Invocation;
import dev.entente.inngest.function.StepException;
import dev.entente.inngest.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What comes of calling functions that our own SDK serves.
class RemoteAppProtocolTest extends ServedApp {
  private static final String WAIT = "a wait";

  private static CallResult.Reported reported(Operation... operations) {
    return new CallResult.Reported(List.of(operations));
  }

  private static StepRef ref(String id) {
    return new StepRef(hash(id), id);
  }

  @Test
  void valueOfAFunctionComesBack() {
    CallResult result =
        result(
            (context, _) ->
                Map.of("id", context.event().data().find("id").orElseThrow(), "text", "é€😀"),
            Calls.of("fn"));

    assertThat(result)
        .isEqualTo(new CallResult.Returned(Json.parse("{\"id\":\"o-1\",\"text\":\"é€😀\"}")));
  }

  @Test
  void runAndEventReachTheFunction() {
    CallResult result =
        result(
            (context, _) ->
                List.of(
                    context.runId(),
                    context.attempt(),
                    context.maxAttempts(),
                    context.event().id().orElseThrow(),
                    context.event().time().orElseThrow().toString()),
            Calls.of("fn", 3, Calls.EVENT));

    assertThat(result)
        .isEqualTo(
            new CallResult.Returned(
                Json.of(List.of(Calls.RUN, 3, 5, "e-1", Calls.NOW.toString()))));
  }

  @Test
  void stepIsRunAndReported() {
    CallResult result = result((_, step) -> step.run("one", int.class, () -> 1), Calls.of("fn"));

    assertThat(result)
        .isEqualTo(reported(new Operation.StepRun(ref("one"), StepOptions.NONE, Json.of(1))));
  }

  @Test
  void inputOfAStepIsReported() {
    record Order(int n) {}
    CallResult result =
        result(
            (_, step) -> step.run("double", int.class, new Order(21), order -> order.n() * 2),
            Calls.of("fn"));

    assertThat(result)
        .isEqualTo(
            reported(
                new Operation.StepRun(
                    ref("double"),
                    new StepOptions(Optional.empty(), Optional.of(Json.of(Map.of("n", 21)))),
                    Json.of(42))));
  }

  @Test
  void editedInputIsRunWith() {
    record Order(int n) {}
    var edited =
        new KeptStep(hash("double"), StepKind.RUN, new Memo.Edited(Json.of(Map.of("n", 4))));
    CallResult result =
        result(
            (_, step) -> step.run("double", int.class, new Order(21), order -> order.n() * 2),
            Calls.of("fn", edited));

    assertThat(result)
        .isInstanceOfSatisfying(
            CallResult.Reported.class,
            all ->
                assertThat(all.operations().getFirst())
                    .isInstanceOfSatisfying(
                        Operation.StepRun.class,
                        run -> assertThat(run.result()).isEqualTo(Json.of(8))));
  }

  @Test
  void keptStepsOfEachKindAreReplayed() {
    FunctionBody body =
        (_, step) -> {
          int one = step.run("one", int.class, () -> 0);
          step.sleep("pause", Duration.ofSeconds(1));
          Optional<Event> none = step.waitForEvent(WAIT, EventWait.of("a/b", Duration.ofDays(1)));
          Optional<Event> some =
              step.waitForEvent("other", EventWait.of("a/b", Duration.ofDays(1)));
          int seven = step.invoke("call", int.class, Invocation.of("score"));
          String failure;
          try {
            failure = step.run("fails", String.class, () -> "no");
          } catch (StepException e) {
            failure = e.report().name() + ": " + e.getMessage();
          }
          return List.of(one, none.isPresent(), some.orElseThrow().name(), seven, failure);
        };
    var error =
        new ErrorReport("Odd", "broken", Optional.empty(), Optional.empty(), Optional.empty());
    CallResult result =
        result(
            body,
            Calls.of(
                "fn",
                done("one", StepKind.RUN, 1),
                new KeptStep(hash("pause"), StepKind.SLEEP, new Memo.Done(Json.NULL)),
                new KeptStep(hash(WAIT), StepKind.EVENT_WAIT, new Memo.Done(Json.NULL)),
                done("other", StepKind.EVENT_WAIT, Map.of("name", "a/b", "data", Map.of())),
                done("call", StepKind.INVOCATION, 7),
                new KeptStep(hash("fails"), StepKind.RUN, new Memo.Failed(error))));

    assertThat(result)
        .isEqualTo(new CallResult.Returned(Json.of(List.of(1, false, "a/b", 7, "Odd: broken"))));
  }

  @Test
  void groupIsReportedWithEachKindOfStep() {
    Instant noon = Instant.parse("2026-12-24T12:00:00Z");
    Duration hour = Duration.ofHours(1);
    EventWait wait = EventWait.of("a/b", Duration.ofDays(8)).matching("data.id");
    CallResult result =
        result(
            (_, step) -> {
              step.parallel(
                  () -> step.run("one", () -> {}),
                  () -> step.sleep("hour", hour),
                  () -> step.sleepUntil("noon", noon),
                  () -> step.waitForEvent("wait", wait),
                  () ->
                      step.invoke("own", int.class, Invocation.of("score-it").with(Map.of("n", 1))),
                  () ->
                      step.invoke("other", int.class, Invocation.of("b").ofApp("a").within(hour)));
              return null;
            },
            Calls.of("fn"));

    assertThat(result)
        .isEqualTo(
            reported(
                new Operation.StepPlanned(ref("one"), StepOptions.NONE),
                new Operation.Sleep(ref("hour"), hour),
                new Operation.SleepUntil(ref("noon"), noon),
                new Operation.WaitForEvent(ref("wait"), wait),
                new Operation.InvokeFunction(
                    ref("own"), Invocation.of("score-it").with(Map.of("n", 1))),
                new Operation.InvokeFunction(
                    ref("other"), Invocation.of("b").ofApp("a").within(hour))));
  }

  @Test
  void plannedStepIsRunAlone() {
    FunctionBody body =
        (_, step) ->
            step.parallel(
                () -> step.run("one", int.class, () -> 1),
                () -> step.run("two", int.class, () -> 2));

    CallResult result = result(body, running("two", Calls.of("fn")));

    assertThat(result)
        .isEqualTo(reported(new Operation.StepRun(ref("two"), StepOptions.NONE, Json.of(2))));
  }

  @Test
  void missingStepIsToldAsSuch() {
    CallResult result =
        result(
            (_, step) -> step.run("renamed", int.class, () -> 1), running("old", Calls.of("fn")));

    assertThat(result).isEqualTo(new CallResult.StepMissing(hash("old"), List.of(ref("renamed"))));
  }
}
