package dev.entente.inngest.execution;

import dev.entente.inngest.json.Json;
import java.util.Optional;

/// What a step that runs code shows of itself. Immutable.
///
/// @param type a label such as `step.sendEvent`; empty for plain code
/// @param input what the code is given; empty if nothing
public record StepOptions(Optional<String> type, Optional<Json> input) {
  /// Plain code without input.
  public static final StepOptions NONE = new StepOptions(Optional.empty(), Optional.empty());

  static StepOptions ofType(String type) {
    return new StepOptions(Optional.of(type), Optional.empty());
  }

  static StepOptions ofInput(Json input) {
    return new StepOptions(Optional.empty(), Optional.of(input));
  }
}
