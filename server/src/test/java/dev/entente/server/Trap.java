package dev.entente.server;

import org.springframework.jdbc.core.simple.JdbcClient;

/// A trigger that makes statements of the service fail or wait, until it is closed.
final class Trap implements AutoCloseable {
  private final JdbcClient database;

  private Trap(JdbcClient database) {
    this.database = database;
  }

  /// Lets statements fail.
  ///
  /// @param state SQLSTATE
  /// @param where such as `INSERT OR UPDATE ON ranking FOR EACH ROW WHEN (…)`
  static Trap failing(JdbcClient database, String state, String where) {
    return set(
        database, "RAISE 'no space left on device' USING ERRCODE = '%s'".formatted(state), where);
  }

  /// Lets statements wait for an advisory lock that a test holds.
  static Trap waiting(JdbcClient database, long lock, String where) {
    return set(database, "PERFORM pg_advisory_xact_lock(%d)".formatted(lock), where);
  }

  private static Trap set(JdbcClient database, String what, String where) {
    database
        .sql(
            """
            CREATE FUNCTION public.trap() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN %s; RETURN NEW; END $$
            """
                .formatted(what))
        .update();
    database
        .sql("CREATE TRIGGER trap BEFORE %s EXECUTE FUNCTION public.trap()".formatted(where))
        .update();
    return new Trap(database);
  }

  @Override
  public void close() {
    database.sql("DROP FUNCTION public.trap CASCADE").update();
  }
}
