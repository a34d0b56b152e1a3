package dev.entente.inngest.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.inngest.function.FunctionBody;
import dev.entente.inngest.function.NonRetriableException;
import dev.entente.inngest.function.RetryAfterException;
import dev.entente.inngest.function.StepException;
import dev.entente.inngest.json.Json;
import dev.entente.inngest.json.TypeToken;
import dev.entente.inngest.serve.CallScript.Reply;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Calls in, answers out: the rows of the protocol's table of answers, and what steps give.
class CallProtocolTest {
  record Order(String id, List<String> items) {}

  private static final FunctionBody TWO_STEPS =
      (_, step) -> {
        int one = step.run("one", Integer.class, () -> 1);
        return one + step.run("two", Integer.class, () -> 2);
      };

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
  void resultsAreReadAsTheGivenType() {
    FunctionBody body =
        (_, step) -> {
          List<Order> orders =
              step.run("load", new TypeToken<List<Order>>() {}, () -> List.<Order>of());
          return orders.getFirst().items().size();
        };

    Reply reply =
        CallScript.of(body)
            .done("load", List.of(Map.of("id", "o-1", "items", List.of("a", "b"), "new", true)))
            .call();

    assertThat(reply.text()).isEqualTo("2");
  }

  @Test
  void noClassIsNamedInAResult() {
    Reply reply =
        CallScript.of((_, step) -> step.run("load", Order.class, () -> new Order("1", List.of())))
            .call();

    assertThat(reply.operation(0).find("data").map(Json::toString))
        .contains("{\"id\":\"1\",\"items\":[]}");
  }

  @Test
  void resultOfAnotherTypeFailsTheAttemptAndSaysWhere() {
    Reply reply =
        CallScript.of((_, step) -> step.run("load", Order.class, () -> null))
            .done("load", Map.of("id", "1", "items", Map.of("secret", "s3cret")))
            .call();

    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.message()).contains("step load").contains("Order").contains("/items");
    assertThat(reply.text()).doesNotContain("s3cret");
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
    Reply reply = CallScript.of(TWO_STEPS).failed("one", "no network").call();

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.noRetry()).isEqualTo("true");
    assertThat(reply.message()).isEqualTo("no network");
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
  void sleepIsReportedWithItsDuration() {
    FunctionBody body =
        (_, step) -> {
          step.sleep("wait", Duration.ofSeconds(90));
          return "awake";
        };

    assertThat(CallScript.of(body).call().text())
        .isEqualTo(
            """
            [{"op":"Sleep","id":"%s","name":"wait","displayName":"wait","opts":{"duration":"1m30s"},"data":null}]"""
                .formatted(CallScript.hash("wait")));
    assertThat(CallScript.of(body).keeping("wait", Json.NULL).call().text()).isEqualTo("\"awake\"");
  }

  @Test
  void sleepUntilIsReportedWithItsTime() {
    Reply reply =
        CallScript.of(
                (_, step) -> {
                  step.sleepUntil("noon", Instant.parse("2026-11-30T12:00:00Z"));
                  return null;
                })
            .call();

    assertThat(reply.text()).contains("\"opts\":{\"duration\":\"2026-11-30T12:00:00Z\"}");
  }

  @Test
  void sleepThatCannotBeEndsTheRun() {
    for (Duration duration : List.of(Duration.ofSeconds(-1), Duration.ofDays(367))) {
      Reply reply =
          CallScript.of(
                  (_, step) -> {
                    step.sleep("wait", duration);
                    return null;
                  })
              .call();

      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.message()).contains("step wait").contains("366 days");
    }
  }

  @Test
  void stepIdThatRepeatsIsCounted() {
    FunctionBody body =
        (_, step) -> {
          List<Integer> all = new ArrayList<>();
          for (int i = 0; i < 3; i++) {
            int number = i;
            all.add(step.run("load", Integer.class, () -> number));
          }
          return all;
        };

    assertThat(CallScript.of(body).done("load", 5).call().operation(0).find("id"))
        .contains(Json.of(CallScript.hash("load:1")));
    assertThat(
            CallScript.of(body).done("load", 5).done("load:1", 6).done("load:2", 7).call().text())
        .isEqualTo("[5,6,7]");
  }

  @Test
  void inputIsShownAndCanBeEdited() {
    FunctionBody body =
        (_, step) ->
            step.run("double", Integer.class, new Order("1", List.of("a")), o -> o.items().size());

    Reply first = CallScript.of(body).call();
    Reply rerun =
        CallScript.of(body)
            .keeping("double", Map.of("input", List.of(new Order("1", List.of("a", "b", "c")))))
            .call();

    assertThat(first.text()).contains("\"opts\":{\"input\":[{\"id\":\"1\",\"items\":[\"a\"]}]}");
    assertThat(first.text()).contains("\"data\":1");
    assertThat(rerun.operations()).containsExactly("StepRun double");
    assertThat(rerun.text()).contains("\"data\":3").contains("[\"a\",\"b\",\"c\"]");
  }

  @Test
  void optionalResultIsEmptyWhereNothingWasKept() {
    FunctionBody body =
        (_, step) ->
            step.run("find", new TypeToken<Optional<String>>() {}, () -> Optional.<String>empty())
                .isEmpty();

    assertThat(CallScript.of(body).call().text()).contains("\"data\":null");
    assertThat(CallScript.of(body).done("find", Json.NULL).call().text()).isEqualTo("true");
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
