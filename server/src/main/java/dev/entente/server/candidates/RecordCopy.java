package dev.entente.server.candidates;

import dev.entente.matching.index.CandidateRecords;
import dev.entente.server.candidates.CandidateReading.Moment;
import dev.entente.server.candidates.CandidateReading.Read;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.springframework.dao.DataAccessResourceFailureException;

/// Reads the records of all candidates by binary COPY, on two connections that see one snapshot.
final class RecordCopy {
  private static final int CONNECTIONS = 2;

  // A row of binary COPY: how many fields, then each behind its length; the first message begins
  // with a header, and the last has no field. See PostgreSQL, COPY, Binary Format.
  private static final int HEADER = 19;
  private static final byte SIGNATURE = 'P';

  // On the connection that reads, which a crash ends: so there is a name when records are read.
  private static final String NAME_LIFE =
      "INSERT INTO database_life DEFAULT VALUES ON CONFLICT DO NOTHING";

  private final DataSource database;

  RecordCopy(DataSource database) {
    this.database = database;
  }

  Read readAll() {
    try (Connection first = database.getConnection()) {
      execute(first, NAME_LIFE);
      return inTransaction(first, () -> readWith(first));
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("candidates cannot be read", e);
    }
  }

  private static <T> T inTransaction(Connection connection, Callable<T> work) throws SQLException {
    connection.setAutoCommit(false);
    try {
      execute(connection, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
      return work.call();
    } catch (SQLException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private Read readWith(Connection first) throws SQLException {
    String snapshot = text(first, "SELECT pg_current_snapshot()::text");
    String life = text(first, "SELECT life FROM database_life");
    String exported = text(first, "SELECT pg_export_snapshot()");
    long pages =
        Long.parseLong(
            text(
                first,
                "SELECT pg_relation_size('candidate_record') / current_setting('block_size')::int"));
    List<FutureTask<CandidateRecords.Builder>> others = new ArrayList<>();
    for (int part = 1; part < CONNECTIONS; part++) {
      String range = range(part, pages);
      var task = new FutureTask<>(() -> readOn(exported, range));
      others.add(task);
      Thread.ofVirtual().name("record-copy").start(task);
    }
    List<CandidateRecords.Builder> parts = new ArrayList<>();
    parts.add(copy(first, range(0, pages)));
    for (FutureTask<CandidateRecords.Builder> other : others) {
      parts.add(await(other));
    }
    return new Read(CandidateRecords.of(parts), new Moment(snapshot, life));
  }

  // Rows by where they lie: each connection reads its own pages.
  private static String range(int part, long pages) {
    long from = pages * part / CONNECTIONS;
    long to = pages * (part + 1) / CONNECTIONS;
    return part == CONNECTIONS - 1
        ? "ctid >= '(%d,0)'".formatted(from)
        : "ctid >= '(%d,0)' AND ctid < '(%d,0)'".formatted(from, to);
  }

  private CandidateRecords.Builder readOn(String snapshot, String range) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return inTransaction(
          connection,
          () -> {
            execute(connection, "SET TRANSACTION SNAPSHOT '" + snapshot + "'");
            return copy(connection, range);
          });
    }
  }

  private static CandidateRecords.Builder copy(Connection connection, String range)
      throws SQLException {
    var builder = new CandidateRecords.Builder();
    CopyOut copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut(
                """
                COPY (SELECT candidate_id, record FROM candidate_record
                      WHERE record IS NOT NULL AND version = '%s' AND %s)
                TO STDOUT (FORMAT binary)
                """
                    .formatted(RecordMaking.VERSION, range));
    try {
      for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
        add(ByteBuffer.wrap(row), builder);
      }
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy(); // or whatever uses the connection next waits for its end, for ever
      }
    }
    return builder;
  }

  private static void add(ByteBuffer row, CandidateRecords.Builder builder) {
    if (row.remaining() >= HEADER && row.get(0) == SIGNATURE) {
      row.position(HEADER);
    }
    if (row.remaining() > Short.BYTES && row.getShort() > 0) {
      String id = new String(field(row), StandardCharsets.US_ASCII);
      builder.add(id, field(row));
    }
  }

  private static byte[] field(ByteBuffer row) {
    byte[] field = new byte[row.getInt()];
    row.get(field);
    return field;
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String text(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  private static CandidateRecords.Builder await(FutureTask<CandidateRecords.Builder> task)
      throws SQLException {
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof SQLException cause ? cause : new SQLException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
