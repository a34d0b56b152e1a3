package dev.entente.inngest.peer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// The official SDK in a process of its own, installed below `target` when it is first asked for.
///
/// @param dev its endpoint in dev mode
/// @param cloud its endpoint in cloud mode
record TypeScriptPeer(Process process, URI dev, URI cloud) implements AutoCloseable {
  private static final String PACKAGE = "inngest";
  private static final String VERSION = "4.24.0";
  private static final Path FOLDER = Path.of("target", "peer");
  private static final int PATIENCE_SECONDS = 180;

  /// Starts it, or skips the test with a sentence that says why.
  static TypeScriptPeer start(Map<String, String> environment) throws Exception {
    assumeTrue(install(), "npm or the network is missing: nothing to compare with");
    try (var functions = TypeScriptPeer.class.getResourceAsStream("functions.mjs")) {
      Files.copy(
          Objects.requireNonNull(functions),
          FOLDER.resolve("functions.mjs"),
          StandardCopyOption.REPLACE_EXISTING);
    }
    var builder = new ProcessBuilder("node", "functions.mjs").directory(FOLDER.toFile());
    builder.redirectError(FOLDER.resolve("errors.log").toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("INNGEST_"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    var out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    String ports = out.readLine();
    if (ports == null) {
      throw new IllegalStateException(Files.readString(FOLDER.resolve("errors.log")));
    }
    int blank = ports.indexOf(' ');
    return new TypeScriptPeer(
        process, endpoint(ports.substring(0, blank)), endpoint(ports.substring(blank + 1)));
  }

  private static URI endpoint(String port) {
    return URI.create("http://127.0.0.1:" + port + "/api/inngest");
  }

  private static boolean install() throws Exception {
    Path installed = FOLDER.resolve(Path.of("node_modules", PACKAGE, "package.json"));
    Files.createDirectories(FOLDER);
    if (Files.exists(installed)
        && Files.readString(installed).contains("\"version\": \"" + VERSION + "\"")) {
      return true;
    }
    var npm =
        new ProcessBuilder(
            List.of(
                "npm",
                "install",
                PACKAGE + "@" + VERSION,
                "--prefix",
                ".",
                "--no-save",
                "--no-audit",
                "--no-fund",
                "--ignore-scripts",
                "--omit=peer",
                "--legacy-peer-deps"));
    npm.directory(FOLDER.toFile()).redirectErrorStream(true);
    npm.redirectOutput(FOLDER.resolve("npm.log").toFile());
    try {
      Process process = npm.start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return false;
      }
      return process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
