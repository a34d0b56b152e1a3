package dev.entente.benchmarks.postgresql;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// Rows of numbers on their way into one table. Not thread-safe.
final class CopyStream implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final Connection connection;
  private final CopyIn copy;
  private final StringBuilder waiting = new StringBuilder();

  /// @param connection used by this alone, closed with it
  CopyStream(Connection connection, String table) throws SQLException {
    this.connection = connection;
    copy =
        connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY " + table + " FROM STDIN");
  }

  void row(long... columns) throws SQLException {
    for (int i = 0; i < columns.length; i++) {
      waiting.append(i == 0 ? "" : "\t").append(columns[i]);
    }
    end();
  }

  /// A row that ends in an array.
  void row(int[] array, long... columns) throws SQLException {
    for (long column : columns) {
      waiting.append(column).append('\t');
    }
    waiting.append('{');
    for (int i = 0; i < array.length; i++) {
      waiting.append(i == 0 ? "" : ",").append(array[i]);
    }
    waiting.append('}');
    end();
  }

  private void end() throws SQLException {
    waiting.append('\n');
    if (waiting.length() >= BUFFER) {
      send();
    }
  }

  private void send() throws SQLException {
    byte[] bytes = waiting.toString().getBytes(US_ASCII);
    copy.writeToCopy(bytes, 0, bytes.length);
    waiting.setLength(0);
  }

  /// Sends what waits; from here on the rows are there.
  void finish() throws SQLException {
    send();
    copy.endCopy();
  }

  @Override
  public void close() throws SQLException {
    try (connection) {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }
}
