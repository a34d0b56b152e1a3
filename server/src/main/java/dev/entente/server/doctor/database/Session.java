package dev.entente.server.doctor.database;

import dev.entente.server.doctor.Notes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;

/// What the server says of a session of ours.
///
/// @param now by the server's clock
/// @param isStandby whether it follows another server, and so takes no changes
/// @param isReadOnly whether transactions change nothing unless they ask to
/// @param isolation of transactions that ask for none
/// @param encoding of its texts
record Session(
    Instant now,
    boolean isStandby,
    boolean isReadOnly,
    String isolation,
    String encoding,
    String database,
    String user) {
  private static final String QUERY =
      """
      SELECT clock_timestamp(), pg_is_in_recovery(),
        current_setting('default_transaction_read_only')::boolean,
        current_setting('default_transaction_isolation'),
        current_setting('server_encoding'), current_database(), current_user
      """;

  static Session of(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(QUERY)) {
      row.next();
      return new Session(
          row.getObject(1, OffsetDateTime.class).toInstant(),
          row.getBoolean(2),
          row.getBoolean(3),
          row.getString(4),
          row.getString(5),
          row.getString(6),
          row.getString(7));
    }
  }

  void tell(Notes notes) {
    if (isStandby) {
      notes.broken("database.writable", "database.standby");
    } else if (isReadOnly) {
      notes.broken("database.writable", "database.readOnly", database, user);
    }
    if (!"read committed".equals(isolation)) {
      notes.warn("database.isolation", "database.isolation", isolation, database, user);
    }
    if (!"UTF8".equals(encoding)) {
      notes.broken("database.encoding", "database.encoding", database, encoding);
    }
  }
}
