package dev.entente.inngest.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.inngest.function.Event;
import dev.entente.inngest.function.EventWait;
import dev.entente.inngest.function.FunctionBody;
import dev.entente.inngest.function.InngestFunction;
import dev.entente.inngest.function.Invocation;
import dev.entente.inngest.function.StepException;
import dev.entente.inngest.json.Json;
import dev.entente.inngest.serve.CallScript.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Steps that wait for the world: events that come, events that go, other functions.
class ServerStepsProtocolTest {
  private static final FunctionBody WAITING =
      (_, step) ->
          step.waitForEvent(
                  "approval",
                  EventWait.of("order/approved", Duration.ofDays(8)).matching("data.orderId"))
              .map(event -> event.name() + " " + event.data().find("by").orElseThrow())
              .orElse("nobody");

  private static final FunctionBody NAMES =
      (context, _) -> context.events().stream().map(Event::name).toList();

  private static final FunctionBody INVOKING =
      (_, step) ->
          step.invoke(
              "score",
              Integer.class,
              Invocation.of("score-one").with(Map.of("id", 7)).within(Duration.ofHours(2)));

  @Test
  void waitIsReportedWithItsCondition() {
    assertThat(CallScript.of(WAITING).call().text())
        .isEqualTo(
            """
            [{"op":"WaitForEvent","id":"%s","name":"approval","displayName":"approval",\
            "opts":{"event":"order/approved","timeout":"1w1d",\
            "if":"event.data.orderId == async.data.orderId"},"data":null}]"""
                .formatted(CallScript.hash("approval")));
  }

  @Test
  void eventThatCameIsGiven() {
    Object event =
        Map.of(
            "name", "order/approved", "data", Map.of("by", "r-7"), "user", Map.of(), "ts", 1.5e12);

    assertThat(CallScript.of(WAITING).keeping("approval", event).call().text())
        .isEqualTo("\"order/approved \\\"r-7\\\"\"");
  }

  @Test
  void eventThatDidNotComeIsEmpty() {
    assertThat(CallScript.of(WAITING).keeping("approval", Json.NULL).call().text())
        .isEqualTo("\"nobody\"");
  }

  @Test
  void invocationIsReportedWithItsData() {
    assertThat(CallScript.of(INVOKING).call().text())
        .isEqualTo(
            """
            [{"op":"InvokeFunction","id":"%s","name":"score","displayName":"score",\
            "opts":{"function_id":"app-score-one","payload":{"data":{"id":7}},"timeout":"2h"},\
            "data":null}]"""
                .formatted(CallScript.hash("score")));
  }

  @Test
  void functionOfAnotherAppIsInvoked() {
    InngestFunction other = InngestFunction.withId("mail").runs((_, _) -> null);
    FunctionBody body =
        (_, step) -> step.invoke("send", Json.class, Invocation.of(other).ofApp("post"));

    assertThat(CallScript.of(body).call().text()).contains("\"function_id\":\"post-mail\"");
  }

  @Test
  void resultOfAnInvocationIsGiven() {
    assertThat(CallScript.of(INVOKING).done("score", 77).call().text()).isEqualTo("77");
  }

  @Test
  void invocationThatTookTooLongIsNamed() {
    FunctionBody body =
        (_, step) -> {
          try {
            return step.invoke("score", Integer.class, Invocation.of("score-one"));
          } catch (StepException e) {
            return e.report().name();
          }
        };
    Map<String, String> error =
        Map.of("name", "InngestInvokeTimeoutError", "message", "timed out waiting");

    assertThat(CallScript.of(body).keeping("score", Map.of("error", error)).call().text())
        .isEqualTo("\"InngestInvokeTimeoutError\"");
  }

  @Test
  void sentEventsAreAStep() {
    List<Event> sent = new ArrayList<>();
    FunctionBody body = (_, step) -> step.sendEvent("tell", Event.of("order/told", Map.of("n", 1)));
    CallScript script =
        CallScript.of(body)
            .sendingTo(
                events -> {
                  sent.addAll(events);
                  return List.of("e-1");
                });

    Reply reply = script.call();

    assertThat(sent).extracting(Event::name).containsExactly("order/told");
    assertThat(reply.text())
        .isEqualTo(
            """
            [{"op":"StepRun","id":"%s","name":"tell","displayName":"tell",\
            "opts":{"type":"step.sendEvent"},"data":{"ids":["e-1"]}}]"""
                .formatted(CallScript.hash("tell")));
    assertThat(script.done("tell", Map.of("ids", List.of("e-1"))).call().text())
        .isEqualTo("\"e-1\"");
    assertThat(sent).hasSize(1);
  }

  @Test
  void eventsThatCannotBeSentFailTheirStep() {
    FunctionBody body = (_, step) -> step.sendEvent("tell", Event.of("order/told"));
    CallScript script =
        CallScript.of(body)
            .sendingTo(
                _ -> {
                  throw new IllegalStateException("no network");
                });

    assertThat(script.call().operations()).containsExactly("StepError tell");
  }

  @Test
  void eventsOfABatchAreAllGiven() {
    CallScript script = CallScript.of(NAMES).startedBy(event("a"), event("b"), event("c"));

    assertThat(script.call().text()).isEqualTo("[\"a\",\"b\",\"c\"]");
  }

  @Test
  void eventAloneIsABatchOfOne() {
    CallScript script = CallScript.of(NAMES).startedBy(event("a")).withoutBatch();

    assertThat(script.call().text()).isEqualTo("[\"a\"]");
  }

  private static Object event(String name) {
    return Map.of("name", name, "data", Map.of());
  }
}
