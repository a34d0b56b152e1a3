package dev.entente.inngest.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.inngest.StepHash;
import dev.entente.inngest.function.Event;
import dev.entente.inngest.function.FunctionBody;
import dev.entente.inngest.function.NonRetriableException;
import dev.entente.inngest.function.RunContext;
import dev.entente.inngest.function.StepException;
import dev.entente.inngest.json.Json;
import dev.entente.testkit.RecordedLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Runs from their start to their end, led by an engine of a few lines: no HTTP, no keys.
class CallExecutorTest {
  private static final RunContext RUN = new RunContext("r-1", 0, 3, List.of(Event.of("e")));

  private final CallExecutor executor = new CallExecutor(_ -> List.of("e-1"));
  private final Map<String, Memo> memos = new LinkedHashMap<>();
  private final List<String> log = new ArrayList<>();

  private CallResult runToTheEnd(FunctionBody body) {
    CallResult result = executor.execute(body, CallRequest.of(RUN, memos));
    for (int i = 0; i < 100 && result instanceof CallResult.Reported(var operations); i++) {
      operations.forEach(operation -> keep(body, operation));
      result = executor.execute(body, CallRequest.of(RUN, memos));
    }
    return result;
  }

  private void keep(FunctionBody body, Operation operation) {
    log.add(operation.getClass().getSimpleName() + " " + operation.step().id());
    String hash = operation.step().hash();
    switch (operation) {
      case Operation.StepRun run -> memos.put(hash, new Memo.Done(run.result()));
      case Operation.StepError failed -> memos.put(hash, new Memo.Failed(failed.error()));
      case Operation.StepPlanned planned -> runPlanned(body, planned);
      default -> memos.put(hash, new Memo.Done(Json.NULL));
    }
  }

  private void runPlanned(FunctionBody body, Operation.StepPlanned planned) {
    CallRequest request = CallRequest.of(RUN, memos).planOnly().running(planned.step().hash());
    var ran = (CallResult.Reported) executor.execute(body, request);
    keep(body, ran.operations().getFirst());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\0b", "half \uD83C", "\uDF89"})
  void stepWhoseIdCannotBeKeptFailsTheRunForGood(String id) {
    requireRefused(id);
  }

  @Test
  void idOfAStepHasAtMost1024Characters() {
    String longest = "x".repeat(1_024);

    assertThat(runToTheEnd((_, step) -> step.run(longest, Integer.class, () -> 1)))
        .isEqualTo(new CallResult.Returned(Json.of(1)));
    requireRefused(longest + "x");
  }

  private void requireRefused(String id) {
    assertThat(runToTheEnd((_, step) -> step.run(id, Integer.class, () -> 1)))
        .isInstanceOfSatisfying(
            CallResult.Failed.class,
            failed -> {
              assertThat(failed.retry().isWanted()).isFalse();
              assertThat(failed.error().message())
                  .startsWith("the id of a step has at most 1,024 characters, no NUL")
                  .doesNotContain("\0");
            });
  }

  @Test
  void runEndsWithTheFunctionsValue() {
    FunctionBody body =
        (_, step) -> {
          int one = step.run("one", Integer.class, () -> 1);
          step.sleep("wait", Duration.ofDays(1));
          List<Integer> parts =
              step.parallel(List.of(2, 3), n -> step.run("part " + n, Integer.class, () -> n));
          return one + parts.getFirst() * parts.getLast();
        };

    assertThat(runToTheEnd(body)).isEqualTo(new CallResult.Returned(Json.of(7)));
    assertThat(log)
        .containsExactly(
            "StepRun one",
            "Sleep wait",
            "StepPlanned part 2",
            "StepRun part 2",
            "StepPlanned part 3",
            "StepRun part 3");
  }

  @Test
  void replayingAFinishedRunChangesNothing() {
    List<String> ran = new ArrayList<>();
    FunctionBody body = (_, step) -> step.run("one", Boolean.class, () -> ran.add("one"));

    CallResult first = runToTheEnd(body);
    CallResult second = runToTheEnd(body);

    assertThat(second).isEqualTo(first);
    assertThat(ran).hasSize(1);
  }

  @Test
  void failureOfAStepIsThrownWhereItsResultWouldBe() {
    FunctionBody body =
        (_, step) -> {
          try {
            return step.run(
                "call",
                String.class,
                () -> {
                  throw new NonRetriableException("no such order");
                });
          } catch (StepException e) {
            return e.report().stack().orElseThrow().lines().findFirst();
          }
        };

    assertThat(runToTheEnd(body))
        .isEqualTo(
            new CallResult.Returned(
                Json.of(NonRetriableException.class.getName() + ": no such order")));
  }

  @Test
  void keptStepsThatTheFunctionNoLongerAsksForAreWarnedOf() {
    FunctionBody body = (_, step) -> step.run("one", Integer.class, () -> 1);
    memos.put("gone", new Memo.Done(Json.NULL));

    assertThat(warnings(body, CallRequest.of(RUN, memos)))
        .containsExactly(
            "the function no longer asks for 1 of the steps that are kept of a run: run=r-1");
  }

  @Test
  void callThatEndsBeforeTheLastBranchWarnsOfNothing() {
    FunctionBody group =
        (_, step) ->
            step.parallel(List.of(1, 2, 3), n -> step.run("part " + n, Integer.class, () -> n));
    memos.put(StepHash.of("part 3"), new Memo.Done(Json.of(3)));

    assertThat(warnings(group, CallRequest.of(RUN, memos).running(StepHash.of("part 1"))))
        .isEmpty();
    assertThat(warnings(group, CallRequest.of(RUN, memos))).isEmpty();
  }

  @Test
  void callThatFailsWarnsOfNothing() {
    memos.put(StepHash.of("one"), new Memo.Done(Json.of(1)));

    assertThat(
            warnings(
                (_, _) -> {
                  throw new IllegalStateException("no network");
                },
                CallRequest.of(RUN, memos)))
        .isEmpty();
  }

  private List<String> warnings(FunctionBody body, CallRequest request) {
    try (var log = RecordedLog.of(CallExecutor.class)) {
      executor.execute(body, request);
      return log.messages();
    }
  }

  @Test
  void callsOfManyThreadsDoNotMeet() {
    FunctionBody body = (context, step) -> step.run("one", String.class, context::runId);

    List<CallResult> results =
        java.util.stream.IntStream.range(0, 1_000)
            .parallel()
            .mapToObj(i -> new RunContext("r-" + i, 0, 1, RUN.events()))
            .map(run -> executor.execute(body, CallRequest.of(run, Map.of())))
            .toList();

    for (int i = 0; i < results.size(); i++) {
      var reported = (CallResult.Reported) results.get(i);
      assertThat(((Operation.StepRun) reported.operations().getFirst()).result())
          .isEqualTo(Json.of("r-" + i));
    }
  }
}
