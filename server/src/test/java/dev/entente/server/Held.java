package dev.entente.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/// A lock that a test holds, as a transaction of somebody else would.
final class Held implements AutoCloseable {
  private final Connection connection;

  private Held(Connection connection) {
    this.connection = connection;
  }

  /// Begins a transaction with the statement that locks.
  static Held by(TestService service, String lock) throws SQLException {
    Connection connection = service.part(DataSource.class).getConnection();
    connection.setAutoCommit(false);
    var held = new Held(connection);
    held.execute(lock);
    return held;
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /// Commits.
  @Override
  public void close() throws SQLException {
    connection.commit();
    connection.setAutoCommit(true);
    connection.close();
  }
}
