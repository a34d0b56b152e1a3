package dev.entente.postgres;

import dev.entente.postgres.Command.Outcome;
import dev.entente.postgres.PostgresEvent.Unpacking;
import dev.entente.postgres.PostgresFailure.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

/// The programs of PostgreSQL, unpacked beside the data.
final class Binaries {
  /// The version of the jars that hold them: a folder is named for it.
  static final String VERSION = "18.4.0";

  static final String MAJOR_VERSION = VERSION.substring(0, VERSION.indexOf('.'));

  private Binaries() {}

  /// Unpacks the programs if they are not there; whole or not at all.
  ///
  /// @return the folder of the programs
  /// @throws PostgresFailure NO_BINARIES if there are none for this platform, BINARIES_FAIL if they
  ///   do not run on it
  static Path unpacked(DataFolder place, PostgresListener listener) throws IOException {
    Path home = place.path().resolve("postgresql-" + VERSION);
    if (!Files.isDirectory(home)) {
      listener.happened(new Unpacking(home));
      unpack(place, home);
    }
    return home.resolve("bin");
  }

  private static void unpack(DataFolder place, Path home) throws IOException {
    Path partial = home.resolveSibling(home.getFileName() + ".partial");
    Disk.delete(partial);
    try (InputStream archive = archive(os("os.name"), os("os.arch"))) {
      Archive.unpack(archive, partial);
      requireRunning(place, partial.resolve("bin").resolve("postgres"));
      flush(place.path());
      Files.move(partial, home, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Disk.delete(partial);
    }
  }

  static InputStream archive(String system, String processor) {
    String name =
        "postgres-%s-%s.txz"
            .formatted(
                system.startsWith("Mac") ? "darwin" : system.toLowerCase(Locale.ROOT),
                switch (processor) {
                  case "amd64" -> "x86_64";
                  case "aarch64" -> "arm_64";
                  default -> processor;
                });
    InputStream archive = Binaries.class.getClassLoader().getResourceAsStream(name);
    if (archive == null) {
      throw PostgresFailure.of(Kind.NO_BINARIES, system, processor);
    }
    return archive;
  }

  // Another C library, or a file system that forbids programs, shows only when one is run.
  private static void requireRunning(DataFolder place, Path postgres) {
    Outcome outcome = place.account().run(place.path(), List.of(postgres.toString(), "--version"));
    if (!outcome.succeeded()) {
      throw PostgresFailure.of(
          Kind.BINARIES_FAIL,
          os("os.name"),
          os("os.arch"),
          place.path(),
          ServerLog.lastLines(outcome.output()));
    }
  }

  // Once the folder has its name it is taken for whole, so a power cut must not hollow it out.
  // Forcing a thousand files one by one takes seconds.
  private static void flush(Path folder) {
    var _ =
        Command.run(
            folder,
            List.of("/bin/sh", "-c", "sync -f \"$0\" 2>/dev/null || sync", folder.toString()));
  }

  private static String os(String property) {
    return System.getProperty(property, "?");
  }
}
