package dev.entente.inngest.execution;

import dev.entente.inngest.function.ErrorReport;
import dev.entente.inngest.function.Retry;
import dev.entente.inngest.json.Json;
import java.util.List;

/// What came of a call. Immutable.
public sealed interface CallResult {
  /// The function has ended.
  ///
  /// @param value what it gave
  record Returned(Json value) implements CallResult {}

  /// The function goes on when these are done.
  ///
  /// @param operations at least one; several go on at once; copied
  record Reported(List<Operation> operations) implements CallResult {
    public Reported {
      operations = List.copyOf(operations);
    }
  }

  /// The attempt has failed outside of all steps.
  ///
  /// @param retry whether and when the next begins; if never, the run has failed
  record Failed(ErrorReport error, Retry retry) implements CallResult {}

  /// The step that was to be run is not there: the function's code has changed.
  ///
  /// @param target its hash
  /// @param found the steps that are there and not done; copied
  record StepMissing(String target, List<StepRef> found) implements CallResult {
    public StepMissing {
      found = List.copyOf(found);
    }
  }
}
