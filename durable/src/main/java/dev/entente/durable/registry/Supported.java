package dev.entente.durable.registry;

import dev.entente.durable.definition.FunctionDefinition;
import dev.entente.inngest.flow.FlowControl;
import java.util.ArrayList;
import java.util.List;

/// What the engine does of what the protocol has.
final class Supported {
  private Supported() {}

  /// @throws IllegalArgumentException that names all that a function asks for and the engine lacks
  static void require(FunctionDefinition function) {
    FlowControl flow = function.flow();
    List<String> missing = new ArrayList<>();
    flow.throttle().ifPresent(_ -> missing.add("throttle"));
    flow.rateLimit().ifPresent(_ -> missing.add("rateLimit"));
    flow.debounce().ifPresent(_ -> missing.add("debounce"));
    flow.batch().ifPresent(_ -> missing.add("batchEvents"));
    flow.priority().ifPresent(_ -> missing.add("priority"));
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "function %s asks for %s, which the embedded engine does not support: leave it out, or run the function on an Inngest server"
              .formatted(function.id(), String.join(" and ", missing)));
    }
  }
}
