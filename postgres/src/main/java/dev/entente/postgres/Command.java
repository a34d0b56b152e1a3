package dev.entente.postgres;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A program run to its end; an interrupt does not cut it short.
final class Command {
  static final Path NOTHING = Path.of("/dev/null");
  // Messages are searched for words, so they have to be English. Nothing else is handed on: PGDATA
  // and the like would be obeyed, and whoever the program runs as could read our secrets.
  private static final Map<String, String> ENVIRONMENT =
      Map.of("LC_ALL", "C", "PATH", "/usr/bin:/bin:/usr/sbin:/sbin");
  private static final int NOT_RUN = 127;

  private Command() {}

  /// @param exitCode 127 if the program could not be run
  /// @param output what it wrote on both streams, or why it could not be run
  record Outcome(int exitCode, String output) {
    boolean succeeded() {
      return exitCode == 0;
    }
  }

  static Outcome run(Path workingFolder, List<String> line) {
    return run(workingFolder, NOTHING, line);
  }

  static Outcome run(Path workingFolder, Path input, List<String> line) {
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .directory(workingFolder.toFile())
            .redirectInput(Redirect.from(new File(input.toString())))
            .redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(ENVIRONMENT);
    try {
      Process process = builder.start();
      try (InputStream out = process.getInputStream()) {
        String output = new String(out.readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.onExit().join().exitValue(), output);
      }
    } catch (IOException e) {
      return new Outcome(NOT_RUN, String.valueOf(e.getMessage()));
    }
  }
}
