package dev.entente.server.reasons.spending;

import dev.entente.server.reasons.spending.Report.Texts;
import dev.entente.server.reasons.spending.Report.Usage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// Adds up what was spent on a run, or on the day.
record ReportQuery(JdbcClient client) {
  private static final String UNCHANGED = "";
  private static final String CALLS =
      """
      SELECT CASE WHEN status IS NOT NULL THEN status
          WHEN started_at > :since THEN 'GOING' ELSE 'LOST' END AS state,
        count(*) AS calls, sum(input_tokens) AS input, sum(output_tokens) AS output,
        coalesce(sum(cost_micros), 0)::bigint AS cost,
        count(*) FILTER (WHERE cost_micros IS NULL) AS unpriced,
        sum(texts_asked) AS asked, sum(texts_kept) AS kept
      FROM model_call WHERE %s GROUP BY state
      """;
  private static final String CALLS_OF_RUN = CALLS.formatted("run_id = :run");
  private static final String CALLS_OF_DAY = CALLS.formatted("started_at >= :start");
  private static final String COUNTS =
      """
      SELECT coalesce(cause, '') AS cause, sum(count)::bigint AS count
      FROM reason_count WHERE %s GROUP BY 1
      """;
  private static final String COUNTS_OF_RUN = COUNTS.formatted("run_id = :run");
  private static final String COUNTS_OF_DAY = COUNTS.formatted("day = :day");
  private static final String LATEST =
      """
      SELECT provider, model, estimated_input, estimated_output FROM model_call
      %s ORDER BY id DESC LIMIT 1
      """;
  private static final String LATEST_OF_RUN = LATEST.formatted("WHERE run_id = :run");
  private static final String LATEST_OF_ALL = LATEST.formatted("");

  /// Calls that ended in one way, or have not ended.
  private record Row(String state, long calls, Spent spent, long asked, long kept) {}

  /// What calls that ended in one way used.
  private record Spent(long input, long output, long cost, long unpriced) {}

  /// What models used.
  record Sums(Usage usage, Texts texts) {}

  /// Adds up a run, or the day without one.
  Sums sums(Optional<UUID> run, Instant now) {
    List<Row> rows = rows(run, now);
    Map<String, Long> counts = counts(run, now);
    Map<String, Long> fallbacks = new TreeMap<>(counts);
    fallbacks.remove(UNCHANGED);
    return new Sums(
        usage(rows),
        new Texts(
            sum(rows, Row::asked),
            sum(rows, Row::kept),
            counts.getOrDefault(UNCHANGED, 0L),
            Collections.unmodifiableMap(fallbacks)));
  }

  private List<Row> rows(Optional<UUID> run, Instant now) {
    StatementSpec calls =
        run.map(id -> client.sql(CALLS_OF_RUN).param("run", id))
            .orElseGet(() -> client.sql(CALLS_OF_DAY).param("start", start(now)));
    return calls
        .param("since", Timestamp.from(now.minus(Spending.LONGEST_CALL)))
        .query(ReportQuery::row)
        .list();
  }

  private static Timestamp start(Instant now) {
    return Timestamp.from(Limits.day(now).atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        row.getString("state"),
        row.getLong("calls"),
        new Spent(
            row.getLong("input"),
            row.getLong("output"),
            row.getLong("cost"),
            row.getLong("unpriced")),
        row.getLong("asked"),
        row.getLong("kept"));
  }

  private Map<String, Long> counts(Optional<UUID> run, Instant now) {
    StatementSpec counts =
        run.map(id -> client.sql(COUNTS_OF_RUN).param("run", id))
            .orElseGet(() -> client.sql(COUNTS_OF_DAY).param("day", Limits.day(now)));
    Map<String, Long> byCause = new TreeMap<>();
    counts
        .query((row, _) -> Map.entry(row.getString("cause"), row.getLong("count")))
        .list()
        .forEach(count -> byCause.put(count.getKey(), count.getValue()));
    return byCause;
  }

  private static Usage usage(List<Row> rows) {
    Map<String, Long> calls = new TreeMap<>();
    rows.forEach(row -> calls.put(row.state(), row.calls()));
    return new Usage(
        Collections.unmodifiableMap(calls),
        sum(rows, row -> row.spent().input()),
        sum(rows, row -> row.spent().output()),
        sum(rows, row -> row.spent().cost()),
        sum(rows, row -> row.spent().unpriced()));
  }

  private static long sum(List<Row> rows, ToLongFunction<Row> part) {
    return rows.stream().mapToLong(part).sum();
  }

  /// The last call of a run, as it was wished for; of all runs if it has none, or without one.
  Optional<Wish> findLatest(Optional<UUID> run) {
    return run.flatMap(id -> wish(client.sql(LATEST_OF_RUN).param("run", id), run))
        .or(() -> wish(client.sql(LATEST_OF_ALL), run));
  }

  private static Optional<Wish> wish(StatementSpec latest, Optional<UUID> run) {
    return latest
        .query(
            (row, _) ->
                new Wish(
                    row.getString("provider"),
                    row.getString("model"),
                    run,
                    new Tokens(row.getInt("estimated_input"), row.getInt("estimated_output"))))
        .optional();
  }
}
