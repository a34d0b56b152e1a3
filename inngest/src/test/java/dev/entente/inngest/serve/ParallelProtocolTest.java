package dev.entente.inngest.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.inngest.function.FunctionBody;
import dev.entente.inngest.function.Invocation;
import dev.entente.inngest.function.StepException;
import dev.entente.inngest.json.Json;
import dev.entente.inngest.serve.CallScript.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Groups of steps that go on at once.
class ParallelProtocolTest {
  private static final FunctionBody GROUP =
      (_, step) ->
          step.parallel(
              () -> step.run("a", String.class, () -> "ran a"),
              () -> step.run("b", String.class, () -> "ran b"),
              () -> {
                step.sleep("c", Duration.ofSeconds(10));
                return "slept";
              });

  private static final FunctionBody CHAINS =
      (_, step) ->
          step.parallel(
              List.of("x", "y"),
              name ->
                  step.run(name + " 1", Integer.class, () -> 1)
                      + step.run(name + " 2", Integer.class, () -> 10));

  @Test
  void allStepsOfAGroupAreReportedTogether() {
    Reply reply = CallScript.of(GROUP).call();

    assertThat(reply.status()).isEqualTo(206);
    assertThat(reply.operations()).containsExactly("StepPlanned a", "StepPlanned b", "Sleep c");
  }

  @Test
  void plannedStepIsRunByACallOfItsOwn() {
    Reply reply = CallScript.of(GROUP).planOnly().callFor("b");

    assertThat(reply.text())
        .isEqualTo(
            """
            [{"op":"StepRun","id":"%s","name":"b","displayName":"b","data":"ran b"}]"""
                .formatted(CallScript.hash("b")));
  }

  @Test
  void resultsAreInTheOrderOfTheBranches() {
    Reply reply = CallScript.of(GROUP).keeping("c", Json.NULL).done("b", "B").done("a", "A").call();

    assertThat(reply.text()).isEqualTo("[\"A\",\"B\",\"slept\"]");
  }

  @Test
  void branchesGoOnOneStepAtATime() {
    assertThat(CallScript.of(CHAINS).call().operations())
        .containsExactly("StepPlanned x 1", "StepPlanned y 1");
    assertThat(CallScript.of(CHAINS).done("y 1", 1).call().operations())
        .containsExactly("StepPlanned x 1", "StepPlanned y 2");
    assertThat(CallScript.of(CHAINS).done("x 1", 1).done("y 1", 1).callFor("y 2").operations())
        .containsExactly("StepRun y 2");
    assertThat(
            CallScript.of(CHAINS)
                .done("x 1", 1)
                .done("y 1", 2)
                .done("x 2", 10)
                .done("y 2", 20)
                .call()
                .text())
        .isEqualTo("[11,22]");
  }

  @Test
  void groupsHoldGroups() {
    FunctionBody body =
        (_, step) ->
            step.parallel(
                () -> step.parallel(List.of(1, 2), i -> run(step, "inner " + i)).size(),
                () -> run(step, "outer"));

    assertThat(CallScript.of(body).call().operations())
        .containsExactly("StepPlanned inner 1", "StepPlanned inner 2", "StepPlanned outer");
    assertThat(CallScript.of(body).callFor("inner 2").operations())
        .containsExactly("StepRun inner 2");
    assertThat(
            CallScript.of(body)
                .done("inner 1", 1)
                .done("inner 2", 1)
                .done("outer", 5)
                .call()
                .text())
        .isEqualTo("[2,5]");
  }

  private static int run(dev.entente.inngest.function.Step step, String id) {
    return step.run(id, Integer.class, () -> 1);
  }

  @Test
  void stepBehindAGroupRunsAtOnce() {
    FunctionBody body =
        (_, step) -> {
          List<Integer> all = step.parallel(List.of(1, 2), i -> run(step, "part " + i));
          return step.run("sum", Integer.class, () -> all.stream().mapToInt(i -> i).sum());
        };

    Reply reply = CallScript.of(body).done("part 1", 20).done("part 2", 22).call();

    assertThat(reply.operations()).containsExactly("StepRun sum");
    assertThat(reply.operation(0).find("data")).contains(Json.of(42));
  }

  @Test
  void idThatBranchesShareIsCountedInTheirOrder() {
    FunctionBody body = (_, step) -> step.parallel(List.of(1, 2, 3), _ -> run(step, "part"));

    Reply reply = CallScript.of(body).call();

    assertThat(reply.operation(2).find("id")).contains(Json.of(CallScript.hash("part:2")));
    assertThat(
            CallScript.of(body).done("part:2", 3).done("part", 1).done("part:1", 2).call().text())
        .isEqualTo("[1,2,3]");
  }

  @Test
  void idThatCouldBeTakenForAnotherBranchesIsRefused() {
    FunctionBody body =
        (_, step) -> step.parallel(List.of(1, 2), _ -> run(step, "part") + run(step, "part"));

    Reply reply = CallScript.of(body).done("part", 1).done("part:1", 2).call();

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.message()).contains("step part").contains("ids of its own");
  }

  @Test
  void nothingIsPlannedBehindAResultThatCouldBeAnothers() {
    FunctionBody body =
        (_, step) ->
            step.parallel(
                List.of(1, 2), i -> run(step, "part") + run(step, "part") + run(step, "last " + i));

    Reply reply = CallScript.of(body).done("part", 1).done("part:1", 2).call();

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.message()).contains("step part");
  }

  @Test
  void writtenIdThatARepetitionOfAnotherBranchTakesIsRefused() {
    FunctionBody body =
        (_, step) ->
            step.parallel(
                () -> run(step, "part") + run(step, "part") + run(step, "last"),
                () -> run(step, "part:1"));

    assertThat(CallScript.of(body).call().operations())
        .containsExactly("StepPlanned part", "StepPlanned part:1");

    Reply reply = CallScript.of(body).done("part", 1).done("part:1", 2).call();

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.noRetry()).isEqualTo("true");
    assertThat(reply.message()).contains("step part:1").contains("ids of its own");
  }

  @Test
  void writtenIdThatARepetitionOfAnotherBranchWouldHaveTakenIsRefused() {
    FunctionBody body =
        (_, step) ->
            step.parallel(
                () -> run(step, "begin") + run(step, "part:1"),
                () -> run(step, "part"),
                () -> run(step, "part"));

    assertThat(CallScript.of(body).call().operation(2).find("id"))
        .contains(Json.of(CallScript.hash("part:1")));

    Reply reply = CallScript.of(body).done("begin", 1).done("part", 1).done("part:1", 2).call();

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.message()).contains("step part:1");
  }

  @Test
  void idsWithNumbersAreNoTroubleWhereNoneRepeats() {
    FunctionBody body =
        (_, step) ->
            step.parallel(List.of(1, 2), i -> run(step, "load:" + i) + run(step, "part:" + i));

    assertThat(CallScript.of(body).done("load:1", 1).done("load:2", 1).call().operations())
        .containsExactly("StepPlanned part:1", "StepPlanned part:2");
  }

  @Test
  void groupFailsWithTheFirstFailureWhenAllHaveEnded() {
    FunctionBody body =
        (_, step) -> {
          try {
            return step.parallel(List.of(1, 2, 3), i -> run(step, "part " + i));
          } catch (StepException e) {
            return e.stepId() + ", " + ((StepException) e.getSuppressed()[0]).stepId();
          }
        };
    CallScript script = CallScript.of(body).failed("part 3", "three").failed("part 1", "one");

    assertThat(script.call().operations()).containsExactly("StepPlanned part 2");
    assertThat(script.done("part 2", 1).call().text()).isEqualTo("\"part 1, part 3\"");
  }

  @Test
  void branchesOfEffectsAloneGoOnAtOnce() {
    List<String> ran = new ArrayList<>();
    FunctionBody body =
        (_, step) -> {
          step.parallel(
              () -> step.run("tell", () -> ran.add("told")),
              () -> step.sleep("wait", Duration.ofSeconds(1)));
          return "done";
        };

    assertThat(CallScript.of(body).call().operations())
        .containsExactly("StepPlanned tell", "Sleep wait");
    assertThat(CallScript.of(body).callFor("tell").operations()).containsExactly("StepRun tell");
    assertThat(ran).containsExactly("told");
    assertThat(CallScript.of(body).done("tell", Json.NULL).keeping("wait", Json.NULL).call().text())
        .isEqualTo("\"done\"");
  }

  @Test
  void resultOfABranchMayBeNull() {
    FunctionBody body =
        (_, step) -> step.parallel(() -> step.run("find", String.class, () -> "a"), () -> "b");

    assertThat(CallScript.of(body).done("find", Json.NULL).call().text()).isEqualTo("[null,\"b\"]");
  }

  @Test
  void invocationsGoOnAtOnce() {
    FunctionBody body =
        (_, step) ->
            step.parallel(
                List.of(1, 2),
                i -> step.invoke("chunk " + i, Integer.class, Invocation.of("chunk")));

    assertThat(CallScript.of(body).call().operations())
        .containsExactly("InvokeFunction chunk 1", "InvokeFunction chunk 2");
  }

  @Test
  void emptyGroupHasNoResults() {
    assertThat(CallScript.of((_, step) -> step.parallel(List.<Integer>of(), i -> i)).call().text())
        .isEqualTo("[]");
  }

  @Test
  void stepOfAGroupThatIsGoneIsMissing() {
    Reply reply = CallScript.of(GROUP).planOnly().callFor("gone");

    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.body().find("totalFoundSteps")).contains(Json.of(3));
  }

  @Test
  void codeOfOtherBranchesIsNotRunForAPlannedStep() {
    List<String> ran = new ArrayList<>();
    FunctionBody body =
        (_, step) ->
            step.parallel(
                List.of("a", "b", "c"), name -> step.run(name, Boolean.class, () -> ran.add(name)));

    CallScript.of(body).callFor("b");

    assertThat(ran).containsExactly("b");
  }

  @Test
  void checkedExceptionOfABranchLeavesTheOthersPlanned() {
    FunctionBody function =
        (_, step) ->
            step.parallel(
                () -> step.run("a", String.class, () -> "a"),
                () -> ParallelProtocolTest.<RuntimeException>fail(new IOException("disk")));

    Reply reply = CallScript.of(function).call();

    assertThat(reply.status()).isEqualTo(206);
    assertThat(reply.text()).contains("StepPlanned");
  }

  // As Kotlin and Lombok do.
  @SuppressWarnings("unchecked")
  private static <E extends Throwable> String fail(Throwable failure) throws E {
    throw (E) failure;
  }
}
