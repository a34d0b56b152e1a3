package dev.entente.benchmarks.promises;

import dev.entente.postgres.StoredDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeUnit;

/// The embedded database of a service that runs.
final class ServiceDatabase implements AutoCloseable {
  private static final int PAUSE_MILLIS = 100;

  private final Connection connection;

  private ServiceDatabase(Connection connection) {
    this.connection = connection;
  }

  /// Connects to it.
  ///
  /// @param data the service's folder
  /// @throws NoSuchElementException if none runs
  static ServiceDatabase of(Path data) throws IOException, SQLException {
    StoredDatabase stored = StoredDatabase.find(data).orElseThrow();
    String url = stored.running().orElseThrow().jdbcUrl();
    return new ServiceDatabase(DriverManager.getConnection(url, stored.user(), stored.password()));
  }

  /// Waits until no list waits to be made.
  void awaitLists() throws SQLException, InterruptedException {
    while (isAnyListAwaited()) {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
  }

  private boolean isAnyListAwaited() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT EXISTS (SELECT FROM entente.ranking_request)")) {
      return row.next() && row.getBoolean(1);
    }
  }

  /// Deletes all lists, as if there had been no night yet.
  void forgetLists() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("TRUNCATE entente.\"CandidateMatching\"");
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
