package dev.entente.server.nights;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Since when nights are expected at the hour that is set: a service that was installed, upgraded
/// or given another hour at noon has missed nothing.
@Component
class NightExpectation {
  private static final String NOTE =
      """
      INSERT INTO night_expectation (hour, zone, since) VALUES (:hour, :zone, :now)
      ON CONFLICT (singleton) DO UPDATE
        SET hour = excluded.hour, zone = excluded.zone, since = excluded.since
        WHERE (night_expectation.hour, night_expectation.zone)
          IS DISTINCT FROM (excluded.hour, excluded.zone)
      """;

  private final JdbcClient client;

  NightExpectation(JdbcClient client) {
    this.client = client;
  }

  /// Notes what is set, if it is not what was set before.
  ///
  /// @return since when it is
  @Transactional
  public Instant note(NightSettings settings, Instant now) {
    client
        .sql(NOTE)
        .param("hour", settings.schedule().hour().orElse(null))
        .param("zone", settings.schedule().zone().getId())
        .param("now", Timestamp.from(now))
        .update();
    return client
        .sql("SELECT since FROM night_expectation")
        .query(Timestamp.class)
        .single()
        .toInstant();
  }
}
