package dev.entente.server.training;

import dev.entente.cli.terminal.CommandFailure;
import dev.entente.cli.terminal.Messages;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Makes the caches that the Java virtual machine starts faster with (JEP 483, 515): what the
/// service and the commands load, linked already, and of the commands what is worth to be compiled.
///
/// A service on a folder of its own and the [Rehearsal] that keeps it busy are recorded; a cache is
/// made of each record. A cache fits one jar and one release of Java; with others, Java goes
/// without.
public final class Training {
  private static final Duration LONGEST = Duration.ofMinutes(4);

  // Of another heap only this matters: above 32 GB pointers are longer, and a cache does not fit.
  private static final String HEAP = "-Xmx512m";

  // What is hot while a few people are ranked is not what is hot while a million are: compiled by
  // the profiles of a rehearsal, a service's first run took longer than without any.
  private static final List<String> WITHOUT_PROFILES =
      List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining");

  private final Path jar;
  private final Path java;
  private final Messages messages;

  /// @param jar the product's, with its libraries beside it; the caches are written there
  /// @param java the program that the product will be run by
  public Training(Path jar, Path java, Messages messages) {
    this.jar = jar.toAbsolutePath();
    this.java = java;
    this.messages = messages;
  }

  /// Trains, which takes half a minute. Told to end meanwhile, it leaves nothing behind; caches
  /// that were there stay until new ones are whole.
  ///
  /// @throws CommandFailure that says which process failed; it has said why on our own outputs
  /// @throws IOException if something cannot be written
  public void run() throws IOException, InterruptedException {
    try (Workplace workplace = Workplace.open()) {
      Process service =
          workplace.beginService(recorded(workplace, Role.SERVICE, "serve", "--port", "0"));
      finish(workplace.begin(recorded(workplace, Role.COMMANDS, "rehearse")), "rehearse");
      service.destroy(); // as it ends then, it does not end with 0
      await(service, "serve");
      for (Role role : Role.values()) {
        make(workplace, role);
      }
    }
  }

  private List<String> recorded(Workplace workplace, Role role, String... words) {
    Path folder = workplace.folder();
    List<String> line = line(role, "record", role.record(folder));
    if (role == Role.SERVICE) {
      line.addAll(WITHOUT_PROFILES);
    }
    line.add("-Djava.io.tmpdir=" + folder);
    line.addAll(List.of("-jar", jar.toString()));
    line.addAll(List.of(words));
    return line;
  }

  private List<String> line(Role role, String mode, Path record) {
    return new ArrayList<>(
        List.of(
            java.toString(),
            role.collector(),
            HEAP,
            "-XX:AOTMode=" + mode,
            "-XX:AOTConfiguration=" + record,
            "-Xlog:aot*=error,cds*=error")); // it warns of each class that cannot be kept
  }

  private void make(Workplace workplace, Role role) throws IOException, InterruptedException {
    Path cache = role.cache(jar.resolveSibling(""));
    Path partial = cache.resolveSibling(cache.getFileName() + ".new");
    try {
      List<String> line = line(role, "create", role.record(workplace.folder()));
      line.addAll(List.of("-XX:AOTCache=" + partial, "-jar", jar.toString()));
      finish(workplace.begin(line), "create");
      try (FileChannel written = FileChannel.open(partial, StandardOpenOption.WRITE)) {
        written.force(true); // Java believes a cache that is as long as it should be
      }
      Files.move(partial, cache, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  private void finish(Process process, String name) throws InterruptedException {
    await(process, name);
    if (process.exitValue() != 0) {
      throw failure(name);
    }
  }

  private void await(Process process, String name) throws InterruptedException {
    if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
      throw failure(name);
    }
  }

  private CommandFailure failure(String name) {
    return CommandFailure.failed(messages.text("train.failed", name));
  }
}
