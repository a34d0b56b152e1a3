package dev.entente.testkit;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A package of npm with what it needs, installed once below the repository's `target`, for all
/// modules. Shared by threads and processes.
///
/// @param version exact: another one is installed beside it
record NodePackage(String name, String version) {
  static final NodePackage SDK = new NodePackage("inngest", "4.24.0");

  // Tests run in the folder of their module.
  private static final Path SHARED = Path.of("..", "target", "npm").toAbsolutePath().normalize();
  private static final int PATIENCE_SECONDS = 180;

  /// The folder below which scripts find the package, or nothing if npm or the network is missing.
  Optional<Path> installed() throws IOException, InterruptedException {
    synchronized (NodePackage.class) {
      Files.createDirectories(SHARED);
      try (var channel =
              FileChannel.open(
                  SHARED.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          var _ = channel.lock()) {
        Path folder = SHARED.resolve(name + "-" + version);
        return Files.isDirectory(folder) || install(folder)
            ? Optional.of(folder)
            : Optional.empty();
      }
    }
  }

  // Whole or not at all: what was cut off is begun again.
  private boolean install(Path folder) throws IOException, InterruptedException {
    Path partial = folder.resolveSibling(folder.getFileName() + ".partial");
    Folders.delete(partial);
    Files.createDirectory(partial);
    if (!runNpm(partial)) {
      return false;
    }
    Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
    return true;
  }

  private boolean runNpm(Path folder) throws InterruptedException {
    var npm =
        new ProcessBuilder(
            List.of(
                "npm",
                "install",
                name + "@" + version,
                "--prefix",
                ".",
                "--no-save",
                "--no-audit",
                "--no-fund",
                "--prefer-offline",
                "--ignore-scripts",
                "--omit=peer",
                "--legacy-peer-deps"));
    npm.directory(folder.toFile()).redirectErrorStream(true);
    npm.redirectOutput(SHARED.resolve("npm.log").toFile());
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
}
