package dev.entente.durable.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// The database of the engine. Shared by threads.
public final class Database {
  private static final System.Logger LOG = System.getLogger(Database.class.getName());

  // Two that wait for each other, two that could not have come one behind the other, and one that
  // has waited too long.
  private static final Set<String> ONCE_MORE = Set.of("40P01", "40001", "55P03");
  private static final int MOST_TRIES = 5;

  // A process that is stopped, or cut off, in the middle of a transaction keeps others from what it
  // has locked until PostgreSQL ends it. Its transactions that wait for each other would be ended
  // one after the other; so waiting has an end, too. Nothing that is done in a transaction takes as
  // long.
  private static final String BOUND =
      """
      SET LOCAL idle_in_transaction_session_timeout = '10s';
      SET LOCAL lock_timeout = '5s'
      """;

  private final DataSource source;

  /// A database whose connections come from there, each with the isolation that PostgreSQL has
  /// unless it is told otherwise, READ COMMITTED; one is held only while a transaction lasts.
  public Database(DataSource source) {
    this.source = source;
  }

  /// Where the connections come from.
  public DataSource source() {
    return source;
  }

  /// Does all of it or nothing.
  ///
  /// @param work does nothing but read and write through what it is given: it is done again when
  ///   two transactions were in each other's way
  /// @throws DatabaseException if it could not be done; then nothing has changed, unless the
  ///   connection was lost while it was committed
  public <T extends @Nullable Object> T inTransaction(Function<Transaction, T> work) {
    for (int tries = 1; ; tries++) {
      try {
        return once(work);
      } catch (DatabaseException e) {
        if (tries == MOST_TRIES || !ONCE_MORE.contains(e.state())) {
          throw e;
        }
      }
    }
  }

  /// Does all of it or nothing, and gives nothing.
  ///
  /// @throws DatabaseException as [#inTransaction] does
  public void transact(Consumer<Transaction> work) {
    this.<@Nullable Void>inTransaction(
        transaction -> {
          work.accept(transaction);
          return null;
        });
  }

  private <T extends @Nullable Object> T once(Function<Transaction, T> work) {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try {
        bound(connection);
        T result = work.apply(new Transaction(connection));
        connection.commit();
        reset(connection);
        return result;
      } catch (SQLException | RuntimeException | Error e) {
        rollBack(connection, e);
        throw e;
      }
    } catch (SQLException e) {
      throw DatabaseException.of(e);
    }
  }

  private static void bound(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(BOUND);
    }
  }

  private static void rollBack(Connection connection, Throwable cause) {
    try {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  // One that is lost is not given to anybody else.
  private static void reset(Connection connection) {
    try {
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      LOG.log(System.Logger.Level.DEBUG, "a connection was lost behind its commit", e);
    }
  }
}
