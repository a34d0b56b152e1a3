package dev.entente.durable.store;

import dev.entente.durable.call.StepKind;
import dev.entente.inngest.execution.StepRef;
import dev.entente.inngest.json.Json;
import java.time.Instant;
import java.util.Optional;

/// A step that has come up and not ended. Immutable.
///
/// @param round of the run, in which it came up
/// @param input what its code is given, or what the function that it invokes is
/// @param due when a sleep is over, or a wait given up
/// @param event what an event wait waits for
public record NewStep(
    String runId,
    StepRef step,
    StepKind kind,
    int round,
    Optional<Json> input,
    Optional<Instant> due,
    Optional<WantedEvent> event) {
  /// Code that is to be run.
  public static NewStep ofCode(String runId, StepRef step, int round, Optional<Json> input) {
    return new NewStep(runId, step, StepKind.RUN, round, input, Optional.empty(), Optional.empty());
  }

  /// Time that is to pass.
  public static NewStep ofSleep(String runId, StepRef step, int round, Instant due) {
    return new NewStep(
        runId, step, StepKind.SLEEP, round, Optional.empty(), Optional.of(due), Optional.empty());
  }

  /// An event that is to come.
  public static NewStep ofWait(
      String runId, StepRef step, int round, Instant due, WantedEvent event) {
    return new NewStep(
        runId,
        step,
        StepKind.EVENT_WAIT,
        round,
        Optional.empty(),
        Optional.of(due),
        Optional.of(event));
  }

  /// Another function that is to end.
  public static NewStep ofInvocation(
      String runId, StepRef step, int round, Instant due, Json input) {
    return new NewStep(
        runId,
        step,
        StepKind.INVOCATION,
        round,
        Optional.of(input),
        Optional.of(due),
        Optional.empty());
  }
}
