package dev.entente.testkit;

import dev.entente.postgres.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// A real PostgreSQL server for the tests of one process: started when the first asks for it,
/// stopped and deleted when the process ends.
public final class TestDatabase {
  private static final class Holder {
    private static final PostgresServer SERVER = start();

    private static PostgresServer start() {
      try {
        Path folder = Files.createTempDirectory("entente-test-");
        // As root the server runs as somebody else, who must pass through.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        var server = PostgresServer.start(folder, System::nanoTime, _ -> {});
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, folder)));
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void end(PostgresServer server, Path folder) {
      server.close();
      try {
        Folders.delete(server.folder());
        Folders.delete(folder);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private TestDatabase() {}

  /// The server.
  public static PostgresServer server() {
    return Holder.SERVER;
  }
}
