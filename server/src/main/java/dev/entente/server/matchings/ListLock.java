package dev.entente.server.matchings;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keeps two kinds of work apart, over all processes of a database: replacing lists, which several
/// do at once, and weighing changes of candidates against all lists, taking candidates out of them,
/// or fixing the conditions of a run, which one does alone. Held until the caller's transaction
/// ends.
@Component
public class ListLock {
  private static final String KEY = "(hashtext('entente.lists'))";
  private static final String SHARED = "pg_advisory_xact_lock_shared" + KEY;

  private final JdbcClient client;

  ListLock(JdbcClient client) {
    this.client = client;
  }

  /// Waits until nobody does any of the other.
  void toReplace() {
    client.sql("SELECT " + SHARED).query((_, _) -> true).list();
  }

  /// The same, and the caller's commit does not wait for the disk: requests that are there ask for
  /// all that it writes, and go in the same transaction.
  void toReplaceOnRequest() {
    client
        .sql("SELECT " + SHARED + ", set_config('synchronous_commit', 'off', true)")
        .query((_, _) -> true)
        .list();
  }

  /// Waits until nobody else does anything of either kind.
  public void toWeigh() {
    client.sql("SELECT pg_advisory_xact_lock" + KEY).query((_, _) -> true).list();
  }
}
