package dev.entente.benchmarks.postgresql;

import dev.entente.benchmarks.peers.Folders;
import dev.entente.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// A PostgreSQL server with settings for reading everything from memory. Thread-safe.
final class TunedServer implements AutoCloseable {
  // One connection a thread uses all cores already, and compiling takes longer than it saves.
  private static final String[] SETTINGS = {
    "ALTER SYSTEM SET shared_buffers = '3GB'",
    "ALTER SYSTEM SET effective_cache_size = '8GB'",
    "ALTER SYSTEM SET work_mem = '256MB'",
    "ALTER SYSTEM SET maintenance_work_mem = '512MB'",
    "ALTER SYSTEM SET max_parallel_workers_per_gather = 0",
    "ALTER SYSTEM SET random_page_cost = 1.1",
    "ALTER SYSTEM SET jit = off",
    "ALTER SYSTEM SET fsync = off"
  };

  private final PostgresServer server;

  private TunedServer(PostgresServer server) {
    this.server = server;
  }

  static TunedServer start(Path folder) throws SQLException {
    try (var first = new TunedServer(begin(folder))) {
      first.execute(SETTINGS);
    }
    var tuned = new TunedServer(begin(folder));
    // A measurement that is interrupted must not leave a server behind.
    Runtime.getRuntime().addShutdownHook(new Thread(tuned::close));
    return tuned;
  }

  private static PostgresServer begin(Path folder) {
    return PostgresServer.start(folder, System::nanoTime, _ -> {});
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
  }

  void execute(String... statements) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  String version() {
    try {
      return "PostgreSQL " + select("SHOW server_version");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  long bytes() throws SQLException {
    return Long.parseLong(select("SELECT pg_database_size(current_database())"));
  }

  private String select(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return String.valueOf(rows.getString(1));
    }
  }

  /// Stops the server; its folder, which may be another than the one asked for, goes with it.
  @Override
  public void close() {
    server.close();
  }

  void delete() throws IOException {
    close();
    Folders.delete(server.folder());
  }
}
