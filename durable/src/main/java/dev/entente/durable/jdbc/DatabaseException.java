package dev.entente.durable.jdbc;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;

/// The database could not do what it was asked to.
public final class DatabaseException extends RuntimeException {
  private static final long serialVersionUID = 1;

  // Data exceptions, broken rules, and what goes beyond the limits of a program.
  private static final Set<String> REFUSALS = Set.of("22", "23", "54");

  private final String state;

  private DatabaseException(SQLException cause) {
    super("the engine's database: " + cause.getMessage(), cause);
    state = Objects.requireNonNullElse(cause.getSQLState(), "");
  }

  static DatabaseException of(SQLException cause) {
    return new DatabaseException(cause);
  }

  /// Tells whether the database has understood what it was asked and does not take it: what was to
  /// be kept has characters that no text can have, is too large, or against a rule. A later try
  /// does not help.
  public boolean isRefusal() {
    return REFUSALS.contains(state.substring(0, Math.min(2, state.length())));
  }

  /// The code of the SQL standard, five characters; empty if there is none.
  public String state() {
    return state;
  }
}
