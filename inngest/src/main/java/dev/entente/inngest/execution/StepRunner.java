package dev.entente.inngest.execution;

import dev.entente.inngest.function.ErrorReport;
import dev.entente.inngest.function.Retry;
import dev.entente.inngest.json.Json;

/// Runs the code of steps. Of one call.
///
/// @param isLastAttempt whether a failure is for good
record StepRunner(boolean isLastAttempt) {
  // Whatever the code throws fails its step alone.
  Operation run(StepRef ref, NewStep.Code code) {
    try {
      Json result = Kept.result(ref.id(), code.body().call());
      return new Operation.StepRun(ref, code.options(), result);
    } catch (Throwable e) {
      return new Operation.StepError(
          ref, code.options(), ErrorReport.of(e), Retry.of(e, isLastAttempt));
    }
  }
}
