package dev.entente.server.background;

import org.postgresql.util.PSQLException;
import org.springframework.core.NestedExceptionUtils;

/// What PostgreSQL says of a failure (Appendix A, error codes).
final class SqlState {
  private SqlState() {}

  /// Five characters, the first two its class; empty if it is no failure of the database.
  static String of(Throwable failure) {
    return NestedExceptionUtils.getMostSpecificCause(failure) instanceof PSQLException database
            && database.getSQLState() != null
        ? database.getSQLState()
        : "";
  }
}
