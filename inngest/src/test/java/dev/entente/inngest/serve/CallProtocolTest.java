package dev.entente.inngest.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.inngest.serve.CallScript.Reply;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Calls in, answers out: the rows of the protocol's table of answers.
class CallProtocolTest {
  @Test
  void returnedValueIsAnsweredWith200() {
    Reply reply = CallScript.of((context, _) -> context.event().data().find("n")).call();

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.text()).isEqualTo("7");
    assertThat(reply.noRetry()).isEqualTo("-");
  }

  @Test
  void stepThatIsAloneRunsAtOnce() {
    Reply reply = CallScript.of((_, step) -> step.run("load", Integer.class, () -> 3) + 1).call();

    assertThat(reply.status()).isEqualTo(206);
    assertThat(reply.text())
        .isEqualTo(
            """
            [{"op":"StepRun","id":"%s","name":"load","displayName":"load","data":3}]"""
                .formatted(CallScript.hash("load")));
  }

  @Test
  void parallelStepsArePlanned() {
    Reply reply =
        CallScript.of(
                (_, step) ->
                    step.parallel(
                        List.of(1, 2), i -> step.run("step " + i, Integer.class, () -> i)))
            .call();

    assertThat(reply.operations()).containsExactly("StepPlanned step 1", "StepPlanned step 2");
  }
}
