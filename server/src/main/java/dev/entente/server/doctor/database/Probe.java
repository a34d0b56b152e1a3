package dev.entente.server.doctor.database;

import dev.entente.server.doctor.Notes;
import dev.entente.server.doctor.Witnesses;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Enters a database and looks around.
public final class Probe {
  private static final int OLDEST = 15;

  // https://www.postgresql.org/docs/current/errcodes-appendix.html
  private static final Map<String, String> STATES =
      Map.of(
          "28P01", "password",
          "28000", "password",
          "3D000", "missing",
          "08P01", "foreign",
          "53300", "full",
          "57P03", "starting");

  private final List<StoredSchema> schemas;
  private final InstantSource clock;
  private final Witnesses witnesses;

  /// @param schemas that the program keeps in its database
  /// @param clock compared with the server's
  public Probe(List<StoredSchema> schemas, InstantSource clock, Witnesses witnesses) {
    this.schemas = List.copyOf(schemas);
    this.clock = clock;
    this.witnesses = witnesses;
  }

  void examine(Login login, Notes notes) {
    try {
      DataSource source = login.source();
      try (Connection connection = source.getConnection()) {
        examine(connection, source, login, notes);
      }
    } catch (IllegalArgumentException e) {
      notes.broken(DatabaseCheck.ID, "database.form"); // it would be quoted
    } catch (SQLException e) {
      tell(e, login, notes);
    }
  }

  private void examine(Connection connection, DataSource source, Login login, Notes notes)
      throws SQLException {
    int version = connection.getMetaData().getDatabaseMajorVersion();
    if (version < OLDEST) {
      notes.broken(DatabaseCheck.ID, "database.old", login, version, OLDEST);
      return;
    }
    Instant before = clock.instant();
    Session session = Session.of(connection);
    witnesses.saw(
        notes.text("clock.database"), before, session.now(), Duration.ZERO, clock.instant());
    notes.ok(DatabaseCheck.ID, "database.reached", login, version);
    session.tell(notes);
    new Rights(connection, session).tell(schemas, notes);
    schemas.forEach(schema -> new Migrations(source, schema).tell(notes));
  }

  private static void tell(SQLException e, Login login, Notes notes) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    String kind = STATES.getOrDefault(state, network(e));
    notes.broken(DatabaseCheck.ID, "database." + kind, login, state);
  }

  private static String network(SQLException e) {
    for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case UnknownHostException _ -> {
          return "unknownHost";
        }
        case ConnectException _ -> {
          return "down";
        }
        case NoRouteToHostException _, SocketTimeoutException _ -> {
          return "slow";
        }
        default -> {}
      }
    }
    return "failed";
  }
}
