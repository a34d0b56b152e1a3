package dev.entente.inngest.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.inngest.function.FunctionBody;
import dev.entente.inngest.function.Invocation;
import dev.entente.inngest.json.Json;
import dev.entente.inngest.serve.CallScript.Reply;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// What steps are given: it is held to the limits of a run, and can be edited.
class InputProtocolTest {
  record Order(String id, List<String> items) {}

  private static final FunctionBody COUNTING =
      (_, step) ->
          step.run("count", Integer.class, new Order("1", List.of("a")), o -> o.items().size());

  private static Reply callWith(Object input) {
    return CallScript.of((_, step) -> step.run("count", Integer.class, input, _ -> 1)).call();
  }

  @Test
  void inputIsShownAndCanBeEdited() {
    Reply first = CallScript.of(COUNTING).call();
    Reply rerun =
        CallScript.of(COUNTING)
            .keeping("count", Map.of("input", List.of(new Order("1", List.of("a", "b", "c")))))
            .call();

    assertThat(first.text()).contains("\"opts\":{\"input\":[{\"id\":\"1\",\"items\":[\"a\"]}]}");
    assertThat(first.text()).contains("\"data\":1");
    assertThat(rerun.operations()).containsExactly("StepRun count");
    assertThat(rerun.text()).contains("\"data\":3").contains("[\"a\",\"b\",\"c\"]");
  }

  @Test
  void editedInputOfAnotherShapeFailsTheStepAndSaysWhere() {
    Reply rerun =
        CallScript.of(COUNTING)
            .keeping("count", Map.of("input", List.of(Map.of("items", Map.of("s3cret", 1)))))
            .call();

    assertThat(rerun.operations()).containsExactly("StepFailed count");
    assertThat(rerun.operation(0).find("error").flatMap(e -> e.find("message")))
        .contains(
            Json.of(
                "the edited input of step count cannot be read: this JSON is no %s at /items"
                    .formatted(Order.class.getTypeName())));
  }

  @Test
  void inputThatCouldNotBeReadWhenEditedIsRefused() {
    for (Object input : List.of(List.of(1), Map.of("a", 1), new ArrayList<>(List.of("x")))) {
      Reply reply = callWith(input);

      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.message())
          .contains("the input of step count is a " + input.getClass().getName())
          .contains("give a record");
    }
  }

  @Test
  void simpleInputsAreRead() {
    for (Object input :
        List.of("text", 7, true, TimeUnit.DAYS, DayOfWeek.MONDAY, Json.of(List.of(1)))) {
      assertThat(callWith(input).operations()).containsExactly("StepRun count");
    }
  }

  @Test
  void inputBeyondTheLimitsOfARunIsRefused() {
    Reply large = callWith("x".repeat(4 << 20));
    Reply inexact = callWith(Json.of(List.of(9_007_199_254_740_993L)));

    assertThat(large.status()).isEqualTo(400);
    assertThat(large.message())
        .contains("the input of step count has 4194306 bytes")
        .contains("4 MiB");
    assertThat(inexact.message()).contains("the input of step count has a number at /0");
  }

  @Test
  void dataOfAnInvocationBeyondTheLimitsAreRefused() {
    Json deep = Json.parse("{\"a\":" + "[".repeat(500) + "]".repeat(500) + "}");
    for (Object data : List.of(Map.of("a", "x".repeat(4 << 20)), deep, Map.of("a", Double.NaN))) {
      FunctionBody body =
          (_, step) -> step.invoke("score", Json.class, Invocation.of("score-one").with(data));

      assertThat(CallScript.of(body).call().status()).isEqualTo(400);
      assertThat(CallScript.of(body).call().message()).contains("the input of step score");
      assertThat(CallScript.of(body).done("score", 7).call().text()).isEqualTo("7");
    }
  }

  @Test
  void inputOfAStepThatIsDoneIsNotLookedAt() {
    List<Object> input = new ArrayList<>();
    input.add(input);
    FunctionBody body = (_, step) -> step.run("count", Integer.class, input, _ -> 1);

    assertThat(CallScript.of(body).done("count", 7).call().text()).isEqualTo("7");
    assertThat(CallScript.of(body).call().message()).contains("the input of step count: no JSON");
  }
}
