package dev.entente.inngest.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.inngest.function.FunctionBody;
import dev.entente.inngest.function.Step;
import dev.entente.inngest.serve.CallScript.Reply;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/// How a function is left at a step, and what happens to those that get in the way of it.
class InterruptionProtocolTest {
  @Test
  void catchingExceptionsIsNoTrouble() {
    FunctionBody body =
        (_, step) -> {
          try {
            return step.run("one", Integer.class, () -> 1);
          } catch (Exception e) {
            return "caught";
          }
        };

    assertThat(CallScript.of(body).call().operations()).containsExactly("StepRun one");
  }

  @Test
  void finallyBlocksAndResourcesAreLeftInOrder() {
    List<String> left = new ArrayList<>();
    FunctionBody body =
        (_, step) -> {
          try (AutoCloseable _ = () -> left.add("closed")) {
            return step.run("one", Integer.class, () -> 1);
          } finally {
            left.add("finally");
            step.run("clean up", () -> left.add("cleaned up"));
          }
        };

    Reply first = CallScript.of(body).call();
    List<String> atFirst = List.copyOf(left);
    Reply second = CallScript.of(body).done("one", 1).call();

    assertThat(first.operations()).containsExactly("StepRun one");
    assertThat(atFirst).containsExactly("closed", "finally");
    assertThat(second.operations()).containsExactly("StepRun clean up");
  }

  @Test
  void functionThatSwallowsTheErrorIsToldSo() {
    FunctionBody body =
        (_, step) -> {
          try {
            return step.run("one", Integer.class, () -> 1);
          } catch (Throwable e) {
            return "went on";
          }
        };

    Reply reply = CallScript.of(body).call();

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.noRetry()).isEqualTo("true");
    assertThat(reply.message()).contains("step one").contains("never Throwable");
  }

  @Test
  void branchThatSwallowsTheErrorIsToldSo() {
    FunctionBody body =
        (_, step) ->
            step.parallel(
                () -> {
                  try {
                    return step.run("one", Integer.class, () -> 1);
                  } catch (Throwable e) {
                    return -1;
                  }
                },
                () -> 2);

    Reply reply = CallScript.of(body).call();

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.message()).contains("never Throwable");
  }

  @Test
  void swallowedErrorLetsNoFurtherStepRun() {
    List<String> ran = new ArrayList<>();
    FunctionBody body =
        (_, step) -> {
          try {
            step.run("one", () -> ran.add("one"));
          } catch (Throwable e) {
            step.run("two", () -> ran.add("two"));
          }
          return null;
        };

    assertThat(CallScript.of(body).call().operations()).containsExactly("StepRun one");
    assertThat(ran).containsExactly("one");
  }

  @Test
  void wrappedErrorLeavesTheFunctionAllTheSame() {
    FunctionBody body =
        (_, step) -> {
          try {
            return step.run("one", Integer.class, () -> 1);
          } catch (Throwable e) {
            throw new CompletionException(e);
          }
        };

    assertThat(CallScript.of(body).call().operations()).containsExactly("StepRun one");
  }

  @Test
  void stepInsideAStepIsRefused() {
    FunctionBody body =
        (_, step) ->
            step.run("outer", Integer.class, () -> step.run("inner", Integer.class, () -> 1));

    Reply reply = CallScript.of(body).call();

    assertThat(reply.operations()).containsExactly("StepFailed outer");
    assertThat(reply.text()).contains("step inner").contains("inside the code of step outer");
  }

  @Test
  void groupInsideAStepIsRefused() {
    FunctionBody body =
        (_, step) -> {
          step.run("outer", () -> step.parallel(() -> 1));
          return null;
        };

    assertThat(CallScript.of(body).call().operations()).containsExactly("StepFailed outer");
  }

  @Test
  void stepOfAnotherThreadIsRefused() {
    FunctionBody body =
        (_, step) ->
            CompletableFuture.supplyAsync(() -> step.run("one", Integer.class, () -> 1)).get();

    Reply reply = CallScript.of(body).call();

    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.message()).contains("another thread").contains("step.parallel");
  }

  @Test
  void stepBehindTheEndIsRefused() {
    List<Step> kept = new ArrayList<>();
    CallScript.of((_, step) -> kept.add(step)).call();

    var thrown =
        org.assertj.core.api.Assertions.catchThrowable(
            () -> kept.getFirst().run("late", Integer.class, () -> 1));

    assertThat(thrown).hasMessageContaining("step late");
  }

  @Test
  void emptyIdIsRefused() {
    assertThat(CallScript.of((_, step) -> step.run("", Integer.class, () -> 1)).call().message())
        .contains("id of a step is empty");
  }

  @Test
  void resultThatIsNoJsonFailsItsStep() {
    List<Object> loop = new ArrayList<>();
    loop.add(loop);

    Reply reply = CallScript.of((_, step) -> step.run("loop", Object.class, () -> loop)).call();

    assertThat(reply.operations()).containsExactly("StepFailed loop");
    assertThat(reply.text()).contains("no JSON can be made");
  }

  @Test
  void resultBeyondFourMebibytesFailsItsStepAndNamesTheLimit() {
    Reply reply =
        CallScript.of((_, step) -> step.run("load", String.class, () -> "x".repeat(4 << 20)))
            .call();

    assertThat(reply.operations()).containsExactly("StepFailed load");
    assertThat(reply.text()).contains("4194306 bytes").contains("4 MiB").contains("step load");
  }

  @Test
  void functionGivesAsMuchAsAnAnswerHolds() {
    Reply most = CallScript.of((_, _) -> "x".repeat((8 << 20) - 2)).call();
    Reply more = CallScript.of((_, _) -> "x".repeat((8 << 20) - 1)).call();

    assertThat(most.status()).isEqualTo(200);
    assertThat(more.status()).isEqualTo(400);
    assertThat(more.noRetry()).isEqualTo("true");
    assertThat(more.message())
        .contains("the result of the function has 8388609 bytes")
        .contains("8 MiB")
        .doesNotContain("4 MiB");
  }

  @Test
  void numberThatADoubleCannotHoldFailsItsStep() {
    for (Object number :
        List.of(9_007_199_254_740_993L, new BigDecimal("0.12345678901234567890"), Double.NaN)) {
      Reply reply =
          CallScript.of((_, step) -> step.run("n", Map.class, () -> Map.of("id", number))).call();

      assertThat(reply.operations()).containsExactly("StepFailed n");
      assertThat(reply.text()).contains("at /id").contains("as text");
    }
  }

  @Test
  void numbersThatDoublesHoldAreKept() {
    for (Object number : List.of(9_007_199_254_740_992L, 0.1, new BigDecimal("19.99"), -1, 1e300)) {
      assertThat(
              CallScript.of((_, step) -> step.run("n", Map.class, () -> Map.of("id", number)))
                  .call()
                  .operations())
          .containsExactly("StepRun n");
    }
  }

  @Test
  void halfOfAPairOfSurrogatesIsNoTrouble() {
    FunctionBody body =
        (_, _) -> {
          throw new IllegalStateException("half \ud800");
        };

    assertThat(CallScript.of(body).call().message()).isEqualTo("half ?");
  }

  @Test
  void resultIsNestedAtMost500Deep() {
    assertThat(CallScript.of(deep(500)).call().operations()).containsExactly("StepRun deep");
    for (int depth : List.of(501, 998, 1_002, 100_000)) {
      assertThat(CallScript.of(deep(depth)).call().operations())
          .as("depth " + depth)
          .containsExactly("StepFailed deep");
    }
  }

  @Test
  void deepResultIsReadAgain() {
    assertThat(CallScript.of(deep(500)).done("deep", nested(500)).call().status()).isEqualTo(200);
  }

  private static FunctionBody deep(int depth) {
    return (_, step) -> step.run("deep", Object.class, () -> nested(depth));
  }

  private static Object nested(int depth) {
    List<Object> value = List.of();
    for (int i = 1; i < depth; i++) {
      value = List.of(value);
    }
    return value;
  }

  @Test
  void errorOfTheFunctionIsAFailureLikeAnyOther() {
    FunctionBody endless =
        (_, step) -> step.run("deep", Integer.class, InterruptionProtocolTest::forever);

    assertThat(CallScript.of(endless).call().operations()).containsExactly("StepError deep");
  }

  @SuppressWarnings("InfiniteRecursion")
  private static int forever() {
    return forever() + 1;
  }
}
