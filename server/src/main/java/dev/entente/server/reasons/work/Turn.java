package dev.entente.server.reasons.work;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who asks the engine for the next run over the requests: one of all processes, and nobody while a
/// run is at work or waits. Kept as an instant, so that a run that was lost is missed before long.
@Component
class Turn {
  private static final String TAKE =
      "UPDATE reason_turn SET until = :until WHERE until <= :now RETURNING true";
  private static final String HOLD = "UPDATE reason_turn SET until = :until";

  private final JdbcClient client;

  Turn(JdbcClient client) {
    this.client = client;
  }

  /// Takes the turn, if nobody has it.
  boolean take(Instant now, Instant until) {
    return client
        .sql(TAKE)
        .param("now", Timestamp.from(now))
        .param("until", Timestamp.from(until))
        .query(Boolean.class)
        .optional()
        .isPresent();
  }

  /// Says until when the turn is somebody's.
  void hold(Instant until) {
    client.sql(HOLD).param("until", Timestamp.from(until)).update();
  }
}
