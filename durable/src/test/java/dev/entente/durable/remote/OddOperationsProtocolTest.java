package dev.entente.durable.remote;

import static dev.entente.durable.remote.Calls.hash;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.durable.call.Call;
import dev.entente.durable.call.StepKind;
import dev.entente.inngest.execution.CallResult;
import dev.entente.inngest.execution.Operation;
import dev.entente.inngest.function.EventWait;
import dev.entente.inngest.function.Retry;
import dev.entente.inngest.json.Json;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Operations that no test app of an SDK reports.
class OddOperationsProtocolTest extends OddApp {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "AIGateway",
        "Gateway",
        "WaitForSignal",
        "DeferAdd",
        "DiscoveryRequest",
        "StepNotFound"
      })
  void operationThatIsNotSupportedFailsTheRunAndIsNamed(String op) {
    CallResult result = answered(206, op(op, ""));

    assertThat(message(result)).contains(op).contains("of the step x");
    assertThat(failed(result).retry()).isEqualTo(new Retry.Never());
  }

  @Test
  void groupThatRacesIsNotSupported() {
    assertThat(message(answered(206, op("StepPlanned", ",\"opts\":{\"parallelMode\":\"race\"}"))))
        .contains("race");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[1]",
        "[{}]",
        "[{\"op\":\"StepRun\"}]",
        "[{\"op\":\"StepRun\",\"id\":\"../../x\"}]",
        "[{\"op\":\"Sleep\",\"id\":\"11f6ad8ec52a2984abaafd7c3b516503785c2072\"}]",
        "[{\"op\":\"StepError\",\"id\":\"11f6ad8ec52a2984abaafd7c3b516503785c2072\"}]",
        "[{\"op\":\"WaitForEvent\",\"id\":\"11f6ad8ec52a2984abaafd7c3b516503785c2072\"}]",
        "[{\"op\":\"InvokeFunction\",\"id\":\"11f6ad8ec52a2984abaafd7c3b516503785c2072\"}]"
      })
  void malformedOperationFailsTheRun(String text) {
    assertThat(failed(answered(206, text)).retry()).isEqualTo(new Retry.Never());
  }

  @Test
  void stepThatIsDoneIsNotTakenAgain() {
    Call call = Calls.of("fn", Calls.done("x", StepKind.RUN, 1));

    assertThat(message(answered(206, op("StepRun", ",\"data\":2"), call)))
        .contains("though it is done");
  }

  @Test
  void otherStepThanTheOneAskedForIsNotTaken() {
    Call call = Calls.running("y", Calls.of("fn"));

    assertThat(message(answered(206, op("StepRun", ",\"data\":2"), call)))
        .contains("was to run the step " + hash("y"));
  }

  @Test
  void singleOperationNeedsNoArray() {
    String array = op("steprun", ",\"data\":2");

    assertThat(only(answered(206, array.substring(1, array.length() - 1))))
        .isInstanceOf(Operation.StepRun.class);
  }

  @Test
  void failedStepIsFailedForGood() {
    assertThat(only(answered(206, op("StepFailed", ",\"error\":{\"message\":\"no\"}"))))
        .isInstanceOfSatisfying(
            Operation.StepError.class,
            failed -> assertThat(failed.retry()).isEqualTo(new Retry.Never()));
  }

  @ParameterizedTest
  @CsvSource({"1h30m,5400", "1.5h,5400", "2w,1209600", "0,0"})
  void sleepTakesADuration(String text, long seconds) {
    var expected = new Operation.Sleep(ref(), Duration.ofSeconds(seconds));

    assertThat(only(answered(206, op("Sleep", ",\"opts\":{\"duration\":\"%s\"}".formatted(text)))))
        .isEqualTo(expected);
    assertThat(only(answered(206, op("Sleep", ",\"name\":\"%s\"".formatted(text)))))
        .isEqualTo(expected);
  }

  @Test
  void sleepTakesATime() {
    assertThat(only(answered(206, op("Sleep", ",\"name\":\"2026-11-30T12:00:00.000Z\""))))
        .isEqualTo(new Operation.SleepUntil(ref(), Calls.NOW.plus(Duration.ofDays(1))));
  }

  @Test
  void sleepOfYearsIsRefused() {
    assertThat(message(answered(206, op("Sleep", ",\"opts\":{\"duration\":\"53w\"}"))))
        .contains("at most 366 days");
  }

  @ParameterizedTest
  @CsvSource({"2h,7200", "2026-11-29T12:00:09Z,9", "2020-01-01T00:00:00Z,0", "'',0"})
  void eventIsWaitedForUntilATime(String text, long seconds) {
    CallResult result =
        answered(
            206,
            op("WaitForEvent", ",\"name\":\"a/b\",\"opts\":{\"timeout\":\"%s\"}".formatted(text)));

    assertThat(only(result))
        .isEqualTo(
            new Operation.WaitForEvent(ref(), EventWait.of("a/b", Duration.ofSeconds(seconds))));
  }

  @Test
  void endOfTheRunMayBeReported() {
    assertThat(answered(206, op("RunComplete", ",\"data\":{\"n\":1}")))
        .isEqualTo(new CallResult.Returned(Json.of(Map.of("n", 1))));
  }

  @Test
  void stepsBesideTheEndAreKeptFirst() {
    String end = "{\"op\":\"RunComplete\",\"id\":\"%s\",\"data\":1}".formatted(hash("complete"));
    String step = op("StepRun", ",\"data\":2");

    assertThat(only(answered(206, step.replace("}]", "}," + end + "]"))))
        .isEqualTo(
            new Operation.StepRun(
                ref(), dev.entente.inngest.execution.StepOptions.NONE, Json.of(2)));
  }
}
