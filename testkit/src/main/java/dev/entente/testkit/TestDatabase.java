package dev.entente.testkit;

import dev.entente.postgres.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

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
        spareTheDisk(server);
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    // Tests kill processes, not the machine: what was written outlives that without being forced
    // to the disk.
    private static void spareTheDisk(PostgresServer server) {
      try (var connection =
              DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
          var statement = connection.createStatement()) {
        for (String setting : List.of("fsync", "full_page_writes")) {
          statement.execute("ALTER SYSTEM SET %s = off".formatted(setting));
        }
        statement.execute("SELECT pg_reload_conf()");
      } catch (SQLException e) {
        throw new IllegalStateException(e);
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
