package dev.entente.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Folders for servers of tests; the programs are unpacked once and then linked.
final class DataPlace {
  private static @Nullable Path programs;

  private DataPlace() {}

  /// A folder with blanks and accents in its name, which every system account may pass through.
  static Path in(Path temporary) throws IOException {
    passable(temporary);
    return withPrograms(passable(Files.createDirectory(temporary.resolve("données d’été"))));
  }

  static Path withPrograms(Path folder) throws IOException {
    var link = List.of("/bin/cp", "-a", "-l", programs().toString(), folder.toString());
    if (!Command.run(folder, link).succeeded()) {
      throw new IOException("cannot link the programs into " + folder);
    }
    return folder;
  }

  static Path passable(Path folder) throws IOException {
    return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
  }

  private static synchronized Path programs() throws IOException {
    if (programs == null) {
      Path kept = passable(Files.createTempDirectory("entente-postgres-"));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(kept)));
      var place = DataFolder.open(kept, kept, new Heard());
      programs = Binaries.unpacked(place, new Heard()).resolveSibling("");
    }
    return programs;
  }

  private static void delete(Path folder) {
    try {
      Disk.delete(folder);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static PostgresServer start(Path folder, PostgresListener listener) {
    return PostgresServer.start(
        folder, folder.resolveSibling("elsewhere"), System::nanoTime, listener);
  }
}
