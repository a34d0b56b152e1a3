package dev.entente.durable.engine;

import dev.entente.durable.jdbc.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Compares this instance's clock with the database's: instances whose clocks differ by more than a
/// few heartbeats take each other for dead, and take each other's work over.
final class ClockCheck {
  private static final System.Logger LOG = System.getLogger(ClockCheck.class.getName());
  private static final Duration MOST = Duration.ofSeconds(2);

  private ClockCheck() {}

  static void warn(Database database, InstantSource clock) {
    Instant there =
        database.inTransaction(
            transaction ->
                transaction
                    .find("SELECT clock_timestamp() AS now", row -> row.instant("now"))
                    .orElseThrow());
    Duration difference = Duration.between(there, clock.instant());
    if (difference.abs().compareTo(MOST) > 0) {
      LOG.log(
          System.Logger.Level.WARNING,
          "this instance''s clock differs from the database''s by {0}; instances whose clocks differ by"
              + " more than 10 s take each other for dead: correct the clocks",
          difference);
    }
  }
}
