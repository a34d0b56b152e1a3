package dev.entente.server.reasons.spending;

import dev.entente.server.reasons.spending.Standing.Pause;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Writes the table of calls.
record CallLedger(JdbcClient client) {
  private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtext('entente.spending'))";
  private static final String BEGIN =
      """
      INSERT INTO model_call (provider, model, run_id, trial, started_at,
        estimated_input, estimated_output, input_tokens, output_tokens, cost_micros)
      VALUES (:provider, :model, :run, :trial, :now, :input, :output, :input, :output, :cost)
      RETURNING id
      """;
  private static final String FIND =
      """
      SELECT provider, model, run_id, estimated_input, estimated_output, started_at
      FROM model_call WHERE id = :id AND ended_at IS NULL
      """;
  private static final String COUNT_PAUSES =
      """
      SELECT count(DISTINCT resume_at) FROM model_call
      WHERE provider = :provider AND model = :model AND status = 'RATE_LIMITED'
        AND end_number > coalesce(
          (SELECT end_number FROM model_call
           WHERE provider = :provider AND model = :model AND status <> 'RATE_LIMITED'
           ORDER BY end_number DESC LIMIT 1), 0)
      """;
  private static final String END =
      """
      UPDATE model_call
      SET ended_at = :now, end_number = nextval('model_call_end'), status = :status,
        input_tokens = :input, output_tokens = :output, cost_micros = :cost,
        texts_asked = :asked, texts_kept = :kept, resume_at = :resumeAt, daily = :daily
      WHERE id = :id AND ended_at IS NULL
      """;

  /// A call that has begun and not ended.
  ///
  /// @param wish what was granted
  record Begun(long id, Wish wish, Instant startedAt) {}

  /// How a call ended.
  ///
  /// @param cost in micros; empty without a price
  record End(Outcome outcome, Tokens tokens, OptionalLong cost, Optional<Pause> pause) {}

  /// Keeps all others from granting and settling until the caller's transaction ends.
  void lock() {
    client.sql(LOCK).query((_, _) -> true).list();
  }

  /// Records a call that begins.
  ///
  /// @param cost of its estimate, in micros; empty without a price
  /// @return its id
  long begin(Wish wish, boolean isTrial, OptionalLong cost, Instant now) {
    return client
        .sql(BEGIN)
        .param("provider", wish.provider())
        .param("model", wish.model())
        .param("run", wish.run().orElse(null))
        .param("trial", isTrial)
        .param("now", Timestamp.from(now))
        .param("input", wish.estimate().input())
        .param("output", wish.estimate().output())
        .param("cost", boxed(cost))
        .query(Long.class)
        .single();
  }

  private static @Nullable Long boxed(OptionalLong number) {
    return number.isPresent() ? number.getAsLong() : null;
  }

  /// A call that has begun and not ended.
  Optional<Begun> find(long id) {
    return client.sql(FIND).param("id", id).query((row, _) -> begun(id, row)).optional();
  }

  private static Begun begun(long id, ResultSet row) throws SQLException {
    return new Begun(
        id,
        new Wish(
            row.getString("provider"),
            row.getString("model"),
            Optional.ofNullable(row.getObject("run_id", UUID.class)),
            new Tokens(row.getInt("estimated_input"), row.getInt("estimated_output"))),
        row.getTimestamp("started_at").toInstant());
  }

  /// How many pauses in a row the provider has asked for.
  int countPauses(Wish wish) {
    return client
        .sql(COUNT_PAUSES)
        .param("provider", wish.provider())
        .param("model", wish.model())
        .query(Integer.class)
        .single();
  }

  /// Records how a call ended.
  void end(Begun call, End end, Instant now) {
    client
        .sql(END)
        .param("now", Timestamp.from(now))
        .param("status", end.outcome().status().name())
        .param("input", end.tokens().input())
        .param("output", end.tokens().output())
        .param("cost", boxed(end.cost()))
        .param("asked", end.outcome().asked())
        .param("kept", end.outcome().kept())
        .param("resumeAt", end.pause().map(pause -> Timestamp.from(pause.until())).orElse(null))
        .param("daily", end.pause().filter(Pause::isDaily).isPresent())
        .param("id", call.id())
        .update();
  }
}
