package dev.entente.benchmarks.promises;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;

/// The embedded database of a service that runs.
final class ServiceDatabase implements AutoCloseable {
  private static final int PORT_LINE = 3;
  private static final int PAUSE_MILLIS = 100;

  private final Connection connection;

  private ServiceDatabase(Connection connection) {
    this.connection = connection;
  }

  /// Connects to it.
  ///
  /// @param data the service's folder
  static ServiceDatabase of(Path data) throws IOException, SQLException {
    String port = Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(PORT_LINE);
    String password = Files.readAllLines(data.resolve("postgres-password")).getFirst();
    String url = "jdbc:postgresql://127.0.0.1:%s/entente?currentSchema=entente".formatted(port);
    return new ServiceDatabase(DriverManager.getConnection(url, "entente", password));
  }

  /// Waits until no list waits to be made.
  void awaitLists() throws SQLException, InterruptedException {
    while (isAnyListAwaited()) {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
  }

  private boolean isAnyListAwaited() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT EXISTS (SELECT FROM ranking_request)")) {
      return row.next() && row.getBoolean(1);
    }
  }

  /// Deletes all lists, as if there had been no night yet.
  void forgetLists() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("TRUNCATE \"CandidateMatching\"");
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
