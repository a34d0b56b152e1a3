package dev.entente.benchmarks.promises;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// `./entente`, started as processes of its own that begin cold.
///
/// @param home the project's folder, built
/// @param folder for the service's data and for what processes say
/// @param javaOptions such as `-Xmx1g`; may be empty
record Launcher(Path home, Path folder, String javaOptions) {
  /// A process that ended well.
  ///
  /// @param time from its start to its end
  /// @param output what it said, on both streams
  record Ended(Duration time, List<String> output) {}

  /// Where the service keeps its data.
  Path data() {
    return folder.resolve("data");
  }

  /// Runs a command to its end.
  ///
  /// @throws IllegalStateException if it fails
  Ended run(String... words) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Path output = Files.createTempFile(folder, words[0], ".log");
    int exitCode = begin(output, words).waitFor();
    var ended = new Ended(Duration.ofNanos(System.nanoTime() - start), Files.readAllLines(output));
    if (exitCode != 0) {
      throw new IllegalStateException(
          "entente %s ended with %d: %s"
              .formatted(Arrays.toString(words), exitCode, ended.output()));
    }
    return ended;
  }

  /// Starts a command that goes on.
  Process begin(Path output, String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of(home.resolve("entente").toString()));
    command.addAll(List.of(words));
    var builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    environment.keySet().removeAll(List.of("ENTENTE_API_KEY", "DATABASE_URL", "ENTENTE_URL"));
    environment.put("ENTENTE_DATA", data().toString());
    if (!javaOptions.isEmpty()) {
      environment.put("JAVA_TOOL_OPTIONS", javaOptions);
    }
    return builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
  }
}
