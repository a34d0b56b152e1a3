package dev.entente.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// The official SDK in a process of its own.
///
/// @param told the first line that the script has printed
/// @param folder where the script is until this is closed
public record TypeScriptSdk(Process process, String told, Path folder) implements AutoCloseable {
  private static final Path LOGS = Path.of("target");

  /// Starts a script, or skips the test with a sentence that says why.
  ///
  /// @param name of the script's file; what it writes to its error stream is below the module's
  ///   `target`, under this name and `.log`
  /// @param script its text, which prints a line when it is ready, and ends with its input
  /// @param environment in the place of all variables of Inngest
  /// @throws IllegalStateException with what the script has said, if it ends before
  public static TypeScriptSdk start(
      String name, InputStream script, Map<String, String> environment) throws Exception {
    Optional<Path> installed = NodePackage.SDK.installed();
    assumeTrue(installed.isPresent(), "npm or the network is missing: nothing to compare with");
    // Node looks for packages in the folders above the script.
    Path folder = Files.createTempDirectory(installed.orElseThrow(), "script-");
    Files.copy(script, folder.resolve(name));
    Path errors = LOGS.resolve(name + ".log");
    var builder = new ProcessBuilder("node", name).directory(folder.toFile());
    builder.redirectError(errors.toFile());
    builder.environment().keySet().removeIf(variable -> variable.startsWith("INNGEST_"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    var out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    String line = out.readLine();
    if (line == null) {
      throw new IllegalStateException(Files.readString(errors));
    }
    return new TypeScriptSdk(process, line, folder);
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    Folders.delete(folder);
  }
}
