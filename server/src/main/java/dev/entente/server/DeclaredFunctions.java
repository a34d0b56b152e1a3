package dev.entente.server;

import dev.entente.inngest.function.FunctionBuilder;
import dev.entente.inngest.function.InngestFunction;
import dev.entente.inngest.function.NonRetriableException;
import dev.entente.server.generation.FunctionDefinitions;
import dev.entente.server.reasons.work.ReasonFunctions;
import dev.entente.server.runs.NightSchedule;
import java.util.List;
import java.util.stream.Stream;

/// All functions of the service without their code, to be compared with what a server knows.
final class DeclaredFunctions {
  private DeclaredFunctions() {}

  /// @param night when the night's run begins
  static List<InngestFunction> of(NightSchedule night) {
    return Stream.concat(
            FunctionDefinitions.list(night).stream(), Stream.of(ReasonFunctions.definition()))
        .map(DeclaredFunctions::withoutCode)
        .toList();
  }

  private static InngestFunction withoutCode(FunctionBuilder function) {
    return function.runs(
        (_, _) -> {
          throw new NonRetriableException("a definition alone was called");
        });
  }
}
