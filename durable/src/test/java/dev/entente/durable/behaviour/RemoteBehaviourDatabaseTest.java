package dev.entente.durable.behaviour;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The functions served over signed loopback HTTP by another process.
final class RemoteBehaviourDatabaseTest extends BehaviourSuite {
  private @Nullable RemoteEngine engine;
  private @Nullable Process app;

  @Override
  void open() throws Exception {
    engine = new RemoteEngine();
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            BehaviourApp.class.getName());
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().keySet().removeIf(name -> name.startsWith("INNGEST_"));
    builder.environment().putAll(engine.environment());
    app = builder.start();
    var out = new BufferedReader(new InputStreamReader(app.getInputStream(), UTF_8));
    engine.start(out.readLine());
  }

  @Override
  Observed observe(Expectation expected) throws Exception {
    return Objects.requireNonNull(engine).observe(expected);
  }

  @Override
  void close() {
    if (engine != null) {
      engine.close();
    }
    if (app != null) {
      app.destroy();
    }
  }
}
