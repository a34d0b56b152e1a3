package dev.entente.server.background;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/// Which failures pass by themselves.
public final class Transient {
  // Class 08: connection; 57: operator intervention, as a server that shuts down or starts.
  private static final String CONNECTION = "08";
  private static final String INTERVENTION = "57";

  // A limit of the database's program is met by the same statement again.
  private static final String LIMIT = "54";

  private Transient() {}

  /// Tells whether a later try may succeed though nothing else changes.
  public static boolean is(Throwable failure) {
    String state = SqlState.of(failure);
    if (LackOfRoom.is(failure) || state.startsWith(LIMIT)) {
      return false;
    }
    return switch (failure) {
      case TransientDataAccessException _, DataAccessResourceFailureException _ -> true;
      case CannotCreateTransactionException _, TransactionSystemException _ -> true;
      default -> state.startsWith(CONNECTION) || state.startsWith(INTERVENTION);
    };
  }
}
