package dev.entente.durable.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.durable.call.StepKind;
import dev.entente.inngest.function.Event;
import dev.entente.inngest.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What an app is sent when a function of it is called.
class CallBodyProtocolTest extends OddApp {
  @Test
  void stateThatIsTooLargeIsLeftOut() {
    Event large = Event.of("a/b", Map.of("text", "x".repeat(5 << 20))).withId("e-1");

    answered(200, "1", Calls.of("fn", 0, large, Calls.done("x", StepKind.RUN, 1)));

    assertThat(asked.find("steps").orElseThrow()).isEqualTo(Json.of(Map.of()));
    assertThat(asked.find("events").orElseThrow()).isEqualTo(Json.of(List.of()));
    Json context = asked.find("ctx").orElseThrow();
    assertThat(context.find("use_api").filter(Json::isTrue)).isPresent();
    assertThat(context.find("stack").orElseThrow())
        .isEqualTo(Json.parse("{\"current\":1,\"stack\":[\"%s\"]}".formatted(HASH)));
  }

  @Test
  void callHasAllThatSdksRead() {
    answered(200, "1", Calls.of("fn", 1, Calls.EVENT, Calls.done("x", StepKind.RUN, 1)));

    Map<String, Json> context = asked.find("ctx").orElseThrow().members();
    assertThat(Optional.ofNullable(context.remove("fn_id")).flatMap(Json::text).orElseThrow())
        .matches("[0-9a-f-]{36}");
    assertThat(Json.of(context))
        .isEqualTo(
            Json.parse(
                """
                {"attempt":1,"disable_immediate_execution":false,"max_attempts":5,
                "run_id":"%s","stack":{"current":1,"stack":["%s"]},"step_id":"step","use_api":false}"""
                    .formatted(Calls.RUN, HASH)));
    assertThat(asked.find("event").orElseThrow())
        .isEqualTo(
            Json.parse(
                """
                {"data":{"id":"o-1"},"id":"e-1","name":"shop/order.placed","ts":%d,"user":{}}"""
                    .formatted(Calls.NOW.toEpochMilli())));
    assertThat(asked.find("steps").orElseThrow())
        .isEqualTo(Json.of(Map.of(HASH, Map.of("data", 1))));
  }
}
