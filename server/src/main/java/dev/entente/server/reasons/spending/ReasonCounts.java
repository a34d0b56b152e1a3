package dev.entente.server.reasons.spending;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Writes the tables of counts and of stops, and forgets what is old.
record ReasonCounts(JdbcClient client) {
  private static final String ADD =
      """
      INSERT INTO reason_count (day, run_id, cause, count) VALUES (:day, :run, :cause, :count)
      ON CONFLICT (run_id, day, cause) DO UPDATE
        SET count = reason_count.count + excluded.count
      """;
  private static final String STOP =
      """
      INSERT INTO model_stop (run_id, stopped_at) VALUES (:run, :now) ON CONFLICT DO NOTHING
      """;

  /// Adds to a count.
  ///
  /// @param cause of a fallback; empty for texts that stay as they are
  void add(Optional<UUID> run, Optional<String> cause, int count, LocalDate day) {
    client
        .sql(ADD)
        .param("day", day)
        .param("run", run.orElse(null))
        .param("cause", cause.orElse(null))
        .param("count", count)
        .update();
  }

  /// Records that nobody spends for a run any more.
  void stop(UUID run, Instant now) {
    client.sql(STOP).param("run", run).param("now", Timestamp.from(now)).update();
  }

  /// Deletes what is from before a day.
  ///
  /// @return how many calls that were
  int deleteBefore(LocalDate day) {
    client.sql("DELETE FROM reason_count WHERE day < :day").param("day", day).update();
    Timestamp start = Timestamp.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    client.sql("DELETE FROM model_stop WHERE stopped_at < :start").param("start", start).update();
    return client
        .sql("DELETE FROM model_call WHERE started_at < :start")
        .param("start", start)
        .update();
  }
}
