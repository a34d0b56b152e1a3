package dev.entente.inngest.execution;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;

/// A step that is not done, as a function asks for it.
///
/// @param report what is reported of it
/// @param code what is run; empty for a step that the server does
record NewStep(Function<StepRef, Operation> report, Optional<Code> code) {
  /// Code to be run once.
  record Code(StepOptions options, Callable<?> body) {}

  static NewStep ofCode(Callable<?> body) {
    return ofCode(new Code(StepOptions.NONE, body));
  }

  static NewStep ofCode(Code code) {
    return new NewStep(ref -> new Operation.StepPlanned(ref, code.options()), Optional.of(code));
  }

  static NewStep ofServer(Function<StepRef, Operation> report) {
    return new NewStep(report, Optional.empty());
  }
}
