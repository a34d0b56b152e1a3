package dev.entente.server.generation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;

/// The right to run a generation: one process of all on a database has it, and loses it when it
/// dies, because the database gives it to a connection (`pg_advisory_lock`).
final class RunLock implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunLock.class);
  private static final String ACQUIRE =
      "SELECT pg_try_advisory_lock(hashtext('entente.generation'))";
  private static final String RELEASE = "SELECT pg_advisory_unlock(hashtext('entente.generation'))";

  private final Connection connection;

  private RunLock(Connection connection) {
    this.connection = connection;
  }

  /// Takes the right, unless somebody has it.
  ///
  /// @throws DataAccessResourceFailureException if the database does not answer
  static Optional<RunLock> tryAcquire(DataSource database) {
    try {
      return tryAcquire(database.getConnection());
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("the run lock cannot be asked for", e);
    }
  }

  private static Optional<RunLock> tryAcquire(Connection connection) throws SQLException {
    boolean isMine = false;
    try {
      isMine = ask(connection, ACQUIRE);
      return isMine ? Optional.of(new RunLock(connection)) : Optional.empty();
    } finally {
      if (!isMine) {
        connection.close();
      }
    }
  }

  private static boolean ask(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet answer = statement.executeQuery()) {
      return answer.next() && answer.getBoolean(1);
    }
  }

  /// Gives the right back; a connection that died has given it back already.
  @Override
  public void close() {
    try (connection) {
      ask(connection, RELEASE);
    } catch (SQLException e) {
      LOG.debug("the run lock went with its connection: {}", e.getMessage());
    }
  }
}
