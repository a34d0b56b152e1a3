package dev.entente.server.runs;

import dev.entente.matching.criteria.Calibration;
import dev.entente.matching.criteria.RunConditions;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What all scores are as of. Runs over all postings fix it; nothing else moves it.
@Component
public class StandingConditions {
  private static final String LAST =
      """
      SELECT as_of, feedback_mean, training_mean FROM generation_run
      WHERE kind = 'ALL' AND status = 'COMPLETED'
      ORDER BY started_at DESC, finished_at DESC, id LIMIT 1
      """;
  private static final String STANDING =
      """
      SELECT as_of, feedback_mean, training_mean FROM generation_run
      WHERE kind = 'ALL'
        AND (status = 'COMPLETED' OR (status = 'RUNNING' AND feedback_mean IS NOT NULL))
      ORDER BY status = 'RUNNING' DESC, started_at DESC, finished_at DESC, id LIMIT 1
      """;
  private static final String FIRST_START =
      """
      INSERT INTO first_start (started_at) VALUES (:now)
      ON CONFLICT (singleton) DO UPDATE SET singleton = true RETURNING started_at
      """;

  private final JdbcClient client;

  StandingConditions(JdbcClient client) {
    this.client = client;
  }

  /// The conditions of the last completed run.
  public Optional<RunConditions> last() {
    return client.sql(LAST).query(RunRows::conditions).optional();
  }

  /// The conditions that hold for all lists: those of the run that goes on, as soon as it has any,
  /// else of the last completed one, else those of a service that has just started for the first
  /// time.
  public RunConditions at(Instant now) {
    return client
        .sql(STANDING)
        .query(RunRows::conditions)
        .optional()
        .orElseGet(() -> new RunConditions(firstStart(now), Calibration.NEUTRAL));
  }

  /// Notes when the service starts, if it does for the first time.
  public void noteFirstStart(Instant now) {
    firstStart(now);
  }

  private Instant firstStart(Instant now) {
    return client
        .sql("SELECT started_at FROM first_start")
        .query(Timestamp.class)
        .optional()
        .map(Timestamp::toInstant)
        .orElseGet(() -> recordFirstStart(now));
  }

  private Instant recordFirstStart(Instant now) {
    return client
        .sql(FIRST_START)
        .param("now", Timestamp.from(now.truncatedTo(ChronoUnit.SECONDS)))
        .query(Timestamp.class)
        .single()
        .toInstant();
  }
}
