package dev.entente.server.doctor.database;

import dev.entente.server.doctor.Notes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/// Whether the user may make and change what the product keeps.
final class Rights {
  private static final String QUERY =
      """
      SELECT has_database_privilege(current_database(), 'CREATE'),
        has_database_privilege(current_database(), 'TEMPORARY'),
        n.oid IS NOT NULL,
        coalesce(
          has_schema_privilege(n.oid, 'USAGE') AND has_schema_privilege(n.oid, 'CREATE'), false),
        (SELECT string_agg(c.relname, ', ' ORDER BY c.relname) FROM pg_class c
          WHERE c.relnamespace = n.oid AND c.relkind IN ('r', 'p', 'v', 'm', 'S')
            AND NOT pg_has_role(c.relowner, 'USAGE'))
      FROM (SELECT) one LEFT JOIN pg_namespace n ON n.nspname = ?
      """;

  private final Connection connection;
  private final Session session;

  Rights(Connection connection, Session session) {
    this.connection = connection;
    this.session = session;
  }

  void tell(List<StoredSchema> schemas, Notes notes) throws SQLException {
    boolean isComplete = true;
    for (StoredSchema schema : schemas) {
      isComplete &= hasAll(schema.name(), notes);
    }
    if (isComplete) {
      notes.ok(
          "database.rights",
          "database.rights.all",
          session.user(),
          String.join(", ", schemas.stream().map(StoredSchema::name).toList()));
    }
  }

  private boolean hasAll(String schema, Notes notes) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(QUERY)) {
      statement.setString(1, schema);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        String kind = missing(row);
        if (kind.isEmpty()) {
          return true;
        }
        notes.broken(
            "database.rights",
            "database.rights." + kind,
            session.user(),
            schema,
            session.database(),
            row.getString(5));
        return false;
      }
    }
  }

  private static String missing(ResultSet row) throws SQLException {
    boolean mayMakeSchemas = row.getBoolean(1);
    boolean isThere = row.getBoolean(3);
    boolean mayMakeTables = row.getBoolean(4);
    if (!isThere && !mayMakeSchemas) {
      return "noSchema";
    }
    if (isThere && !mayMakeTables) {
      return "noTables";
    }
    if (row.getString(5) != null) {
      return "notOwner";
    }
    return row.getBoolean(2) ? "" : "noTemporary";
  }
}
