package dev.entente.durable.engine;

import dev.entente.durable.jdbc.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Looks whether a database and its connections are such as the engine needs them.
final class DatabaseCheck {
  private static final System.Logger LOG = System.getLogger(DatabaseCheck.class.getName());
  private static final Duration MOST = Duration.ofSeconds(2);
  private static final String ISOLATION = "read committed";

  private DatabaseCheck() {}

  /// What connections and the database say of themselves.
  private record Told(String isolation, Instant now) {}

  /// @throws IllegalStateException if connections have another isolation than READ COMMITTED: what
  ///   waits for a lock must see what whoever had it has written
  static void check(Database database, InstantSource clock) {
    Told told =
        database.inTransaction(
            transaction ->
                transaction
                    .find(
                        """
                        SELECT current_setting('transaction_isolation') AS isolation,
                               clock_timestamp() AS now
                        """,
                        row -> new Told(row.text("isolation"), row.instant("now")))
                    .orElseThrow());
    if (!told.isolation().equals(ISOLATION)) {
      throw new IllegalStateException(
          "the engine needs connections with the isolation READ COMMITTED, got: %s; set it in the pool"
              .formatted(told.isolation()));
    }
    warnOfClock(Duration.between(told.now(), clock.instant()));
  }

  private static void warnOfClock(Duration difference) {
    if (difference.abs().compareTo(MOST) > 0) {
      LOG.log(
          System.Logger.Level.WARNING,
          "this instance''s clock differs from the database''s by {0}; instances whose clocks differ by"
              + " more than 10 s take each other for dead: correct the clocks",
          difference);
    }
  }
}
