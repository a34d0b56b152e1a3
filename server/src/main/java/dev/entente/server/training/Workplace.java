package dev.entente.server.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A temporary folder and the processes that work in it. All of it is gone once this is closed, or
/// once our own process is told to end.
final class Workplace implements AutoCloseable {
  private static final int GLANCES = 300;
  private static final int GLANCE = 100;

  private final Path folder;
  private final List<Process> services = new ArrayList<>();
  private final List<Process> others = new ArrayList<>();
  private boolean isClosed;

  private Workplace(Path folder) {
    this.folder = folder;
  }

  static Workplace open() throws IOException {
    Path folder = Files.createTempDirectory("entente-training-");
    var workplace = new Workplace(folder);
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(workplace::close));
    // As root the database runs as somebody else, who must pass through.
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    return workplace;
  }

  Path folder() {
    return folder;
  }

  private Path data() {
    return folder.resolve("data");
  }

  /// Starts a service, which has to be asked to end: it has a database to end before.
  ///
  /// @throws IllegalStateException if this is closed
  Process beginService(List<String> line) throws IOException {
    return begin(line, services);
  }

  /// Starts any other process.
  ///
  /// @throws IllegalStateException if this is closed
  Process begin(List<String> line) throws IOException {
    return begin(line, others);
  }

  // It knows no setting of the user's, and says what it says where we do.
  private synchronized Process begin(List<String> line, List<Process> kind) throws IOException {
    if (isClosed) {
      throw new IllegalStateException("nothing begins any more");
    }
    var builder = new ProcessBuilder(line).directory(folder.toFile());
    builder.redirectInput(Redirect.from(Path.of("/dev/null").toFile()));
    builder.redirectOutput(Redirect.INHERIT).redirectError(Redirect.INHERIT);
    builder.environment().keySet().retainAll(Set.of("LC_ALL")); // how file names are read
    builder
        .environment()
        .putAll(Map.of("ENTENTE_HOME", folder.toString(), "ENTENTE_DATA", data().toString()));
    Process process = builder.start();
    kind.add(process);
    return process;
  }

  /// Ends what still runs and deletes the folder; done again, it finds nothing to do.
  @Override
  public synchronized void close() {
    isClosed = true;
    others.forEach(other -> other.destroyForcibly().onExit().join());
    services.forEach(this::end);
    delete();
  }

  private void delete() {
    if (Files.notExists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // What it would still write down, for which it takes seconds, nobody reads any more.
  private void end(Process service) {
    service.destroy();
    for (int glance = 0;
        glance < GLANCES && service.isAlive() && !hasEndedItsDatabase();
        glance++) {
      service.onExit().completeOnTimeout(service, GLANCE, TimeUnit.MILLISECONDS).join();
    }
    service.destroyForcibly().onExit().join();
  }

  // It holds this file as long as it has one.
  private boolean hasEndedItsDatabase() {
    try (FileChannel lock = FileChannel.open(data().resolve("lock"), StandardOpenOption.WRITE)) {
      return lock.tryLock() != null; // given back with the channel
    } catch (IOException e) {
      return false; // it has none yet, or is about to
    }
  }
}
