package dev.entente.inngest.execution;

import dev.entente.inngest.json.Json;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A step as a function asks for it.
///
/// @param id as it is written
/// @param report what is reported of it while it is not done
/// @param code what is run; empty for a step that the server does
record NewStep(String id, Function<StepRef, Operation> report, Optional<Code> code) {
  /// Code to be run once.
  ///
  /// @param body given the edited input, or the one of the options, or `null`
  record Code(StepOptions options, Body body) {
    static Code of(Callable<?> body) {
      return new Code(StepOptions.NONE, _ -> body.call());
    }

    Code withInput(Json edited) {
      return new Code(options.withInput(edited), body);
    }
  }

  interface Body {
    @Nullable Object call(Json input) throws Exception;
  }

  static NewStep ofCode(String id, Code code) {
    return new NewStep(
        id, ref -> new Operation.StepPlanned(ref, code.options()), Optional.of(code));
  }

  static NewStep ofServer(String id, Function<StepRef, Operation> report) {
    return new NewStep(id, report, Optional.empty());
  }

  NewStep withInput(Json edited) {
    return code.map(written -> ofCode(id, written.withInput(edited))).orElse(this);
  }
}
