package dev.entente.inngest.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.inngest.function.FunctionBody;
import dev.entente.inngest.json.Json;
import dev.entente.inngest.json.TypeToken;
import dev.entente.inngest.serve.CallScript.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What steps give, what is told of them, and what their ids are.
class StepProtocolTest {
  record Order(String id, List<String> items) {}

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
  void timeThatTheProtocolCannotWriteEndsTheRun() {
    assertThat(sleepUntil(Instant.parse("9999-12-31T23:59:59.999Z")).status()).isEqualTo(206);
    for (Instant time :
        List.of(Instant.parse("+10000-01-01T00:00:00Z"), Instant.MAX, Instant.MIN)) {
      Reply reply = sleepUntil(time);

      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.noRetry()).isEqualTo("true");
      assertThat(reply.message()).contains("step wait").contains("9999");
    }
  }

  private static Reply sleepUntil(Instant time) {
    return CallScript.of(
            (_, step) -> {
              step.sleepUntil("wait", time);
              return null;
            })
        .call();
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
  void optionalResultIsEmptyWhereNothingWasKept() {
    FunctionBody body =
        (_, step) ->
            step.run("find", new TypeToken<Optional<String>>() {}, () -> Optional.<String>empty())
                .isEmpty();

    assertThat(CallScript.of(body).call().text()).contains("\"data\":null");
    assertThat(CallScript.of(body).done("find", Json.NULL).call().text()).isEqualTo("true");
  }
}
