package dev.entente.inngest.execution;

import dev.entente.inngest.function.ErrorReport;
import dev.entente.inngest.function.EventWait;
import dev.entente.inngest.function.Invocation;
import dev.entente.inngest.function.Retry;
import dev.entente.inngest.json.Json;
import java.time.Duration;
import java.time.Instant;

/// What a call reports of a step: that it was done, or what is to be done. Immutable.
public sealed interface Operation {
  /// The step.
  StepRef step();

  /// The step's code has run.
  ///
  /// @param result what it gave
  record StepRun(StepRef step, StepOptions options, Json result) implements Operation {}

  /// The step's code has failed.
  ///
  /// @param retry whether and when it is tried again; if never, the step has failed for good
  record StepError(StepRef step, StepOptions options, ErrorReport error, Retry retry)
      implements Operation {}

  /// The step has code that waits for a call of its own, because others go on beside it.
  record StepPlanned(StepRef step, StepOptions options) implements Operation {}

  /// The run goes on after a time.
  record Sleep(StepRef step, Duration duration) implements Operation {}

  /// The run goes on at a time.
  record SleepUntil(StepRef step, Instant time) implements Operation {}

  /// The run goes on with an event, or when the time for it is up.
  record WaitForEvent(StepRef step, EventWait wanted) implements Operation {}

  /// The run goes on with the result of another function.
  record InvokeFunction(StepRef step, Invocation invocation) implements Operation {}
}
