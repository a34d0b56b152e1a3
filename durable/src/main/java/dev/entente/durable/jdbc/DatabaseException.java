package dev.entente.durable.jdbc;

import java.sql.SQLException;
import java.util.Objects;

/// The database could not do what it was asked to.
public final class DatabaseException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String state;

  private DatabaseException(SQLException cause) {
    super("the engine's database: " + cause.getMessage(), cause);
    state = Objects.requireNonNullElse(cause.getSQLState(), "");
  }

  static DatabaseException of(SQLException cause) {
    return new DatabaseException(cause);
  }

  /// The code of the SQL standard, five characters; empty if there is none.
  public String state() {
    return state;
  }
}
