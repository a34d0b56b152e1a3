package dev.entente.server.engine;

import dev.entente.inngest.function.InngestFunction;
import dev.entente.inngest.serve.ServeHandler;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The functions as they are served to an Inngest server, if one runs them.
@Component
final class ServedFunctions {
  static final String PATH = "/api/inngest";

  private static final String FRAMEWORK = "spring-boot";

  private final Optional<ServeHandler> handler;

  ServedFunctions(EngineChoice choice, List<InngestFunction> functions, InstantSource clock) {
    handler =
        choice
            .inngest()
            .settings()
            .map(set -> EngineConfiguration.inngest(set, clock).serve(FRAMEWORK, functions));
  }

  /// Empty where the embedded engine runs them.
  Optional<ServeHandler> handler() {
    return handler;
  }
}
