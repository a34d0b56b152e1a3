package dev.entente.durable.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.inngest.execution.CallResult;
import dev.entente.inngest.execution.Operation;
import dev.entente.inngest.function.FunctionBody;
import dev.entente.inngest.function.NonRetriableException;
import dev.entente.inngest.function.Retry;
import dev.entente.inngest.function.RetryAfterException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What comes of functions that fail, and when they are tried again.
class RemoteFailuresProtocolTest extends ServedApp {
  private Retry retryOf(FunctionBody body, int attempt) {
    return switch (result(body, Calls.of("fn", attempt, Calls.EVENT))) {
      case CallResult.Failed failed -> failed.retry();
      case CallResult.Reported(var all) -> ((Operation.StepError) all.getFirst()).retry();
      case CallResult.Returned _, CallResult.StepMissing _ -> throw new AssertionError();
    };
  }

  private static FunctionBody failing(RuntimeException failure) {
    return (_, _) -> {
      throw failure;
    };
  }

  private static FunctionBody failingInStep(RuntimeException failure) {
    return (_, step) -> {
      step.run(
          "fails",
          () -> {
            throw failure;
          });
      return null;
    };
  }

  @Test
  void failureIsTriedAgainAsUsual() {
    assertThat(retryOf(failing(new IllegalStateException("no network")), 0))
        .isEqualTo(new Retry.Usual());
  }

  @Test
  void failureBehindTheLastAttemptIsNot() {
    assertThat(retryOf(failing(new IllegalStateException("no network")), 4))
        .isEqualTo(new Retry.Never());
  }

  @Test
  void failureForGoodIsNotTriedAgain() {
    assertThat(retryOf(failing(new NonRetriableException("no")), 0)).isEqualTo(new Retry.Never());
  }

  @Test
  void failureSaysWhenToTryAgain() {
    assertThat(retryOf(failing(new RetryAfterException("later", Duration.ofSeconds(90))), 0))
        .isEqualTo(new Retry.After(Duration.ofSeconds(90)));
  }

  @Test
  void failureOfAStepIsTriedAgainAsUsual() {
    assertThat(retryOf(failingInStep(new IllegalStateException("no network")), 0))
        .isEqualTo(new Retry.Usual());
  }

  @Test
  void failureOfAStepForGoodIsNotTriedAgain() {
    assertThat(retryOf(failingInStep(new NonRetriableException("no")), 0))
        .isEqualTo(new Retry.Never());
  }

  @Test
  void failureOfAStepSaysWhenToTryAgain() {
    assertThat(retryOf(failingInStep(new RetryAfterException("later", Duration.ofDays(9))), 0))
        .isEqualTo(new Retry.After(Duration.ofHours(24)));
  }

  @Test
  void errorOfAStepKeepsItsMessage() {
    CallResult result =
        result(failingInStep(new IllegalStateException("no network")), Calls.of("fn"));

    assertThat(result)
        .isInstanceOfSatisfying(
            CallResult.Reported.class,
            all ->
                assertThat(((Operation.StepError) all.operations().getFirst()).error())
                    .satisfies(
                        error -> {
                          assertThat(error.message()).isEqualTo("no network");
                          assertThat(error.stack()).isPresent();
                        }));
  }
}
