package dev.entente.inngest.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.inngest.function.FunctionBody;
import dev.entente.inngest.function.NonRetriableException;
import dev.entente.inngest.function.RetryAfterException;
import dev.entente.inngest.function.StepException;
import dev.entente.inngest.json.Json;
import dev.entente.inngest.serve.CallScript.Reply;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Calls in, answers out: the rows of the protocol's table of answers, and what steps give.
class CallProtocolTest {
  private static final FunctionBody TWO_STEPS =
      (_, step) -> {
        int one = step.run("one", Integer.class, () -> 1);
        return one + step.run("two", Integer.class, () -> 2);
      };

  private static final Json STEP_ERROR =
      Json.parse(
          """
          {"name":"TypeError","message":"no network","stack":"TypeError: no network\\n\\tat x",\
          "data":{"code":7},"cause":{"name":"Error","message":"cable"}}""");

  @Test
  void returnedValueIsAnsweredWith200() {
    Reply reply = CallScript.of((context, _) -> context.event().data().find("n")).call();

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.text()).isEqualTo("7");
    assertThat(reply.noRetry()).isEqualTo("-");
  }

  @Test
  void functionWithoutAResultGivesNull() {
    assertThat(CallScript.of((_, _) -> null).call().text()).isEqualTo("null");
  }

  @Test
  void stepThatIsAloneRunsAtOnce() {
    Reply reply = CallScript.of(TWO_STEPS).call();

    assertThat(reply.status()).isEqualTo(206);
    assertThat(reply.text())
        .isEqualTo(
            """
            [{"op":"StepRun","id":"%s","name":"one","displayName":"one","data":1}]"""
                .formatted(CallScript.hash("one")));
  }

  @Test
  void keptStepsAreReplayedAndNotRun() {
    Reply reply = CallScript.of(TWO_STEPS).done("one", 40).call();

    assertThat(reply.operations()).containsExactly("StepRun two");
    assertThat(CallScript.of(TWO_STEPS).done("one", 40).done("two", 2).call().text())
        .isEqualTo("42");
  }

  @Test
  void bareResultsAreRead() {
    assertThat(CallScript.of(TWO_STEPS).keeping("one", 1).keeping("two", 1).call().text())
        .isEqualTo("2");
  }

  @Test
  void thrownExceptionIsRetried() {
    Reply reply =
        CallScript.of(
                (_, _) -> {
                  throw new IOException("no network", new IllegalStateException("cable"));
                })
            .call();

    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.noRetry()).isEqualTo("false");
    assertThat(reply.retryAfter()).isEqualTo("-");
    assertThat(reply.body().find("name").flatMap(Json::text)).contains("Error");
    assertThat(reply.message()).isEqualTo("no network");
    assertThat(reply.body().find("stack").flatMap(Json::text).orElseThrow())
        .startsWith("java.io.IOException: no network\n\tat ");
    assertThat(reply.body().find("cause").flatMap(c -> c.find("message")).flatMap(Json::text))
        .contains("cable");
  }

  @Test
  void nonRetriableExceptionEndsTheRun() {
    Reply reply =
        CallScript.of(
                (_, _) -> {
                  throw new NonRetriableException("no such order");
                })
            .call();

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.noRetry()).isEqualTo("true");
  }

  @Test
  void lastAttemptEndsTheRun() {
    FunctionBody body =
        (_, _) -> {
          throw new IOException("no network");
        };

    assertThat(CallScript.of(body).attempt(3).call().status()).isEqualTo(500);
    assertThat(CallScript.of(body).attempt(4).call().status()).isEqualTo(400);
    assertThat(CallScript.of(body).attempt(4).call().noRetry()).isEqualTo("true");
  }

  @Test
  void retryAfterIsAHeader() {
    FunctionBody later =
        (_, _) -> {
          throw new RetryAfterException("busy", Duration.ofMillis(1_500));
        };
    FunctionBody atNoon =
        (_, _) -> {
          throw new RetryAfterException("busy", Instant.parse("2026-11-30T12:00:00Z"));
        };

    assertThat(CallScript.of(later).call().retryAfter()).isEqualTo("2");
    assertThat(CallScript.of(later).call().noRetry()).isEqualTo("false");
    assertThat(CallScript.of(atNoon).call().retryAfter()).isEqualTo("2026-11-30T12:00:00Z");
    assertThat(CallScript.of(later).attempt(4).call().retryAfter()).isEqualTo("-");
  }

  @Test
  void failedStepIsReportedAndRetried() {
    Reply reply =
        CallScript.of(
                (_, step) ->
                    step.run(
                        "call",
                        String.class,
                        () -> {
                          throw new IOException("no network");
                        }))
            .call();

    assertThat(reply.status()).isEqualTo(206);
    assertThat(reply.operations()).containsExactly("StepError call");
    assertThat(reply.noRetry()).isEqualTo("false");
    assertThat(reply.operation(0).members().keySet())
        .containsExactly("op", "id", "name", "displayName", "data", "error");
    assertThat(reply.operation(0).members().get("data")).isEqualTo(Json.NULL);
    assertThat(reply.operation(0).find("error").orElseThrow().members().keySet())
        .containsExactly("name", "message", "stack");
  }

  @Test
  void stepThatCannotBeRetriedHasFailed() {
    FunctionBody body =
        (_, step) ->
            step.run(
                "call",
                String.class,
                () -> {
                  throw new NonRetriableException("no such order");
                });

    assertThat(CallScript.of(body).call().operations()).containsExactly("StepFailed call");
    assertThat(CallScript.of(body).call().noRetry()).isEqualTo("true");
  }

  @Test
  void stepHasFailedAtItsLastAttempt() {
    FunctionBody body =
        (_, step) ->
            step.run(
                "call",
                String.class,
                () -> {
                  throw new RetryAfterException("busy", Duration.ofMinutes(1));
                });

    assertThat(CallScript.of(body).attempt(3).call().operations()).contains("StepError call");
    assertThat(CallScript.of(body).attempt(3).call().retryAfter()).isEqualTo("60");
    assertThat(CallScript.of(body).attempt(4).call().operations()).contains("StepFailed call");
    assertThat(CallScript.of(body).attempt(4).call().retryAfter()).isEqualTo("-");
  }

  @Test
  void failureOfAStepCanBeCaught() {
    FunctionBody body =
        (_, step) -> {
          try {
            return step.run("call", String.class, () -> "");
          } catch (StepException e) {
            return step.run("undo", String.class, () -> e.stepId() + ": " + e.getMessage());
          }
        };

    Reply reply = CallScript.of(body).failed("call", "no network").call();

    assertThat(reply.operations()).containsExactly("StepRun undo");
    assertThat(reply.text()).contains("\"call: no network\"");
  }

  @Test
  void uncaughtFailureOfAStepEndsTheRun() {
    Reply reply = CallScript.of(TWO_STEPS).keeping("one", Map.of("error", STEP_ERROR)).call();

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.noRetry()).isEqualTo("true");
    assertThat(reply.text())
        .isEqualTo(
            """
            {"name":"Error","message":"no network","stack":"TypeError: no network\\n\\tat x",\
            "data":{"code":7},"cause":{"name":"Error","message":"cable"}}""");
  }

  @Test
  void failureOfAStepThatIsWrappedKeepsItsErrorAsTheCause() {
    FunctionBody body =
        (_, step) -> {
          try {
            return step.run("one", Integer.class, () -> 1);
          } catch (StepException e) {
            throw new IllegalStateException("no order", e);
          }
        };

    Reply reply = CallScript.of(body).keeping("one", Map.of("error", STEP_ERROR)).call();

    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.message()).isEqualTo("no order");
    assertThat(reply.body().find("cause").map(Json::toString))
        .contains(
            """
            {"name":"TypeError","message":"no network","stack":"TypeError: no network\\n\\tat x",\
            "data":{"code":7},"cause":{"name":"Error","message":"cable"}}""");
  }

  @Test
  void failureOfAStepThatCameWithoutAStackHasThatOfTheFunction() {
    Reply reply = CallScript.of(TWO_STEPS).failed("one", "no network").call();

    assertThat(reply.body().find("stack").flatMap(Json::text).orElseThrow())
        .startsWith(StepException.class.getName() + ": no network\n\tat ");
  }

  @Test
  void causeOfAFailedStepIsKept() {
    Map<String, Object> cause = Map.of("name", "TypeError", "message", "cable", "stack", "at x");
    FunctionBody body =
        (_, step) -> {
          try {
            return step.run("call", String.class, () -> "");
          } catch (StepException e) {
            var under = (StepException) Objects.requireNonNull(e.getCause());
            return under.report().name() + " " + under.getMessage() + " " + under.report().stack();
          }
        };

    Reply reply =
        CallScript.of(body)
            .keeping("call", Map.of("error", Map.of("message", "no network", "cause", cause)))
            .call();

    assertThat(reply.text()).isEqualTo("\"TypeError cable Optional[at x]\"");
  }

  @Test
  void planOnlyCallRunsNothing() {
    Reply reply = CallScript.of(TWO_STEPS).planOnly().call();

    assertThat(reply.text())
        .isEqualTo(
            """
            [{"op":"StepPlanned","id":"%s","name":"one","displayName":"one","data":null}]"""
                .formatted(CallScript.hash("one")));
  }

  @Test
  void stepOfItsOwnCallIsRun() {
    Reply reply = CallScript.of(TWO_STEPS).done("one", 1).planOnly().callFor("two");

    assertThat(reply.operations()).containsExactly("StepRun two");
  }

  @Test
  void stepThatIsGoneIsMissing() {
    Reply reply = CallScript.of(TWO_STEPS).callFor("three");

    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.noRetry()).isEqualTo("false");
    assertThat(reply.body().find("requestedStep").flatMap(Json::text))
        .contains(CallScript.hash("three"));
    assertThat(reply.body().find("foundSteps").map(Json::toString))
        .contains(
            """
            [{"id":"%s","name":"one","displayName":"one"}]"""
                .formatted(CallScript.hash("one")));
    assertThat(reply.body().find("error").flatMap(Json::text).orElseThrow()).contains("one");
  }

  @Test
  void functionThatReturnsBeforeItsStepIsMissingIt() {
    assertThat(CallScript.of((_, _) -> 1).callFor("three").status()).isEqualTo(500);
  }

  @Test
  void stepsThatAreGoneAreNoTrouble() {
    assertThat(CallScript.of(TWO_STEPS).done("gone", 1).done("one", 1).done("two", 1).call().text())
        .isEqualTo("2");
  }

  @Test
  void stepThatIsNewIsRunInTheMiddle() {
    FunctionBody changed =
        (_, step) -> {
          step.run("new", () -> {});
          return step.run("one", Integer.class, () -> 1);
        };

    assertThat(CallScript.of(changed).done("one", 1).call().operations())
        .containsExactly("StepRun new");
  }

  @Test
  void eachAnswerHasTheProtocolsHeaders() {
    assertThat(CallScript.of(TWO_STEPS).call().headers())
        .containsEntry("X-Inngest-SDK", "entente-java:v0.1.0")
        .containsEntry("X-Inngest-Req-Version", "2")
        .containsEntry("X-Inngest-Framework", "test")
        .containsEntry("User-Agent", "entente-java:v0.1.0")
        .containsEntry("Content-Type", "application/json");
  }
}
