package dev.entente.server.reasons.spending;

import dev.entente.server.reasons.spending.Breaker.Failure;
import dev.entente.server.reasons.spending.Budget.Spent;
import dev.entente.server.reasons.spending.Outcome.Status;
import dev.entente.server.reasons.spending.Prices.Price;
import dev.entente.server.reasons.spending.Standing.Pause;
import dev.entente.server.reasons.spending.Standing.Totals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// Reads where limits stand from the tables of calls and stops.
///
/// @param beginning when this instance began. What is mended with a restart (the key, the model,
///   the plan) is tried again then
record StandingQuery(JdbcClient client, Instant beginning) {
  private static final String WINDOW =
      """
      SELECT started_at, ended_at, input_tokens::bigint + output_tokens AS tokens
      FROM model_call WHERE started_at > :since
      """;
  private static final String SPENT =
      """
      SELECT coalesce(sum(input_tokens::bigint + output_tokens), 0)::bigint AS tokens,
        coalesce(sum(cost_micros), 0)::bigint AS cost
      FROM model_call
      """;
  private static final String SPENT_ON_DAY = SPENT + "WHERE started_at >= :start";
  private static final String SPENT_ON_RUN = SPENT + "WHERE run_id = :run";
  private static final String IS_STOPPED =
      "SELECT EXISTS (SELECT FROM model_stop WHERE run_id = :run)";
  private static final String PAUSE =
      """
      SELECT resume_at, daily FROM model_call
      WHERE provider = :provider AND model = :model AND resume_at > :now
        AND (NOT daily OR ended_at >= :beginning)
      ORDER BY resume_at DESC, daily DESC LIMIT 1
      """;
  private static final String FAILURES =
      """
      SELECT status, trial, ended_at FROM model_call
      WHERE provider = :provider AND model = :model AND status IN ('UNAVAILABLE', 'REFUSED')
        AND (status <> 'REFUSED' OR ended_at >= :beginning)
        AND end_number > coalesce(
          (SELECT end_number FROM model_call
           WHERE provider = :provider AND model = :model
             AND status NOT IN ('UNAVAILABLE', 'REFUSED', 'INTERRUPTED')
           ORDER BY end_number DESC LIMIT 1), 0)
      ORDER BY end_number
      """;
  private static final String IS_TRIED =
      """
      SELECT EXISTS (SELECT FROM model_call
        WHERE provider = :provider AND model = :model AND trial AND ended_at IS NULL
          AND started_at > :since)
      """;

  /// Where limits stand for a call.
  Standing read(Wish wish, Optional<Price> price, Instant now) {
    return new Standing(
        now, totals(wish, now), window(now), pause(wish, now), breaker(wish, now), price);
  }

  private Totals totals(Wish wish, Instant now) {
    Instant start = Limits.day(now).atStartOfDay(ZoneOffset.UTC).toInstant();
    return new Totals(
        wish.run().map(this::spent).orElse(new Spent(0, 0)),
        spent(client.sql(SPENT_ON_DAY).param("start", Timestamp.from(start))),
        wish.run().filter(this::isStopped).isPresent());
  }

  private Spent spent(UUID run) {
    return spent(client.sql(SPENT_ON_RUN).param("run", run));
  }

  private static Spent spent(StatementSpec sum) {
    return sum.query((row, _) -> new Spent(row.getLong("tokens"), row.getLong("cost"))).single();
  }

  /// Tells whether nobody may spend for a run any more.
  boolean isStopped(UUID run) {
    return client.sql(IS_STOPPED).param("run", run).query(Boolean.class).single();
  }

  private Window window(Instant now) {
    return Window.at(
        now,
        client
            .sql(WINDOW)
            .param("since", Timestamp.from(now.minus(Window.REACH)))
            .query(StandingQuery::call)
            .list());
  }

  private static Window.Call call(ResultSet row, int number) throws SQLException {
    return new Window.Call(
        row.getTimestamp("started_at").toInstant(),
        Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant),
        row.getLong("tokens"));
  }

  /// Until when the provider wants no call of a model.
  Optional<Pause> pause(Wish wish, Instant now) {
    return of(wish, PAUSE)
        .param("now", Timestamp.from(now))
        .param("beginning", Timestamp.from(beginning))
        .query(
            (row, _) ->
                new Pause(row.getTimestamp("resume_at").toInstant(), row.getBoolean("daily")))
        .optional();
  }

  /// The circuit breaker of a model.
  Breaker breaker(Wish wish, Instant now) {
    return new Breaker(
        of(wish, FAILURES)
            .param("beginning", Timestamp.from(beginning))
            .query(StandingQuery::failure)
            .list(),
        of(wish, IS_TRIED)
            .param("since", Timestamp.from(now.minus(Spending.LONGEST_CALL)))
            .query(Boolean.class)
            .single());
  }

  private StatementSpec of(Wish wish, String sql) {
    return client.sql(sql).param("provider", wish.provider()).param("model", wish.model());
  }

  private static Failure failure(ResultSet row, int number) throws SQLException {
    return new Failure(
        Status.valueOf(row.getString("status")),
        row.getBoolean("trial"),
        row.getTimestamp("ended_at").toInstant());
  }
}
