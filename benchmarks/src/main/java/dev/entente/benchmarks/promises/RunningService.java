package dev.entente.benchmarks.promises;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// The service as a process, on the data of its launcher's folder. It answers when this is made.
final class RunningService implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 120;
  private static final int PAUSE_MILLIS = 50;

  private final Process process;

  private RunningService(Process process) {
    this.process = process;
  }

  /// Starts it and waits until it has written where it answers.
  ///
  /// @throws IllegalStateException if it ends or says nothing within two minutes
  static RunningService start(Launcher launcher) throws IOException, InterruptedException {
    Path address = launcher.data().resolve("service");
    Files.createDirectories(launcher.data());
    Files.deleteIfExists(address);
    Path log = launcher.folder().resolve("serve.log");
    var service = new RunningService(launcher.begin(log, "serve", "--port", "0"));
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (Files.notExists(address)) {
      if (!service.process.isAlive() || System.nanoTime() > end) {
        service.close();
        throw new IllegalStateException("the service did not start, see " + log);
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
    return service;
  }

  /// Ends it as SIGTERM does, and waits.
  @Override
  public void close() {
    process.destroy();
    process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }
}
