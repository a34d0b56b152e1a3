package dev.entente.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The official SDK in a process of its own, installed below the module's `target` when it is first
/// asked for.
///
/// @param told the first line that the script has printed
public record TypeScriptSdk(Process process, String told) implements AutoCloseable {
  private static final String PACKAGE = "inngest";
  private static final String VERSION = "4.24.0";
  private static final Path FOLDER = Path.of("target", "peer");
  private static final int PATIENCE_SECONDS = 180;

  /// Starts a script, or skips the test with a sentence that says why.
  ///
  /// @param name of the script's file
  /// @param script its text, which prints a line when it is ready, and ends with its input
  /// @param environment in the place of all variables of Inngest
  /// @throws IllegalStateException with what the script has said, if it ends before
  public static TypeScriptSdk start(
      String name, InputStream script, Map<String, String> environment) throws Exception {
    assumeTrue(install(), "npm or the network is missing: nothing to compare with");
    Files.copy(script, FOLDER.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    Path errors = FOLDER.resolve(name + ".log");
    var builder = new ProcessBuilder("node", name).directory(FOLDER.toFile());
    builder.redirectError(errors.toFile());
    builder.environment().keySet().removeIf(variable -> variable.startsWith("INNGEST_"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    var out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    String line = out.readLine();
    if (line == null) {
      throw new IllegalStateException(Files.readString(errors));
    }
    return new TypeScriptSdk(process, line);
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
