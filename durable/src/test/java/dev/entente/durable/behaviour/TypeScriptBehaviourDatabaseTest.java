package dev.entente.durable.behaviour;

import dev.entente.testkit.TypeScriptSdk;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The same functions written with the official TypeScript SDK and served by Node.
final class TypeScriptBehaviourDatabaseTest extends BehaviourSuite {
  private static final String SCRIPT = "behaviour.mjs";

  private @Nullable RemoteEngine engine;
  private @Nullable TypeScriptSdk app;

  @Override
  void open() throws Exception {
    engine = new RemoteEngine();
    try (InputStream script = BehaviourSuite.class.getResourceAsStream(SCRIPT)) {
      app = TypeScriptSdk.start(SCRIPT, Objects.requireNonNull(script), engine.environment());
    }
    engine.start(app.told());
  }

  @Override
  Observed observe(Expectation expected) throws Exception {
    return Objects.requireNonNull(engine).observe(expected);
  }

  @Override
  void close() throws Exception {
    if (app != null) {
      app.close();
    }
    if (engine != null) {
      engine.close();
    }
  }
}
