package dev.entente.server.runs.figures;

import dev.entente.server.runs.RunKind;
import dev.entente.server.runs.figures.RunFigures.Day;
import dev.entente.server.runs.figures.RunFigures.Figures;
import dev.entente.server.runs.figures.RunFigures.Millis;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Adds up runs.
@Component
public class FigureRepository {
  // One row a day, and one without a day for all.
  private static final String FIGURES =
      """
      WITH run AS (
        SELECT *, (requested_at AT TIME ZONE 'UTC')::date AS day,
            1000 * extract(epoch FROM finished_at - started_at) AS duration,
            1000 * extract(epoch FROM started_at - requested_at) AS delay
        FROM generation_run
        WHERE requested_at >= :from::date::timestamp AT TIME ZONE 'UTC'
          AND requested_at < (:to::date + 1)::timestamp AT TIME ZONE 'UTC'
          AND (:kind::text IS NULL OR kind = :kind))
      SELECT day, count(id) AS runs,
          count(*) FILTER (WHERE status = 'COMPLETED') AS completed,
          count(*) FILTER (WHERE status = 'FAILED') AS failed,
          count(*) FILTER (WHERE status = 'CANCELLED') AS cancelled,
          round(100.0 * count(*) FILTER (WHERE status = 'COMPLETED')
            / nullif(count(*) FILTER (WHERE status IN ('COMPLETED', 'FAILED')), 0), 2) AS success,
          round(percentile_cont(0.5) WITHIN GROUP (ORDER BY duration)
            FILTER (WHERE status = 'COMPLETED'))::bigint AS duration_median,
          round(max(duration) FILTER (WHERE status = 'COMPLETED'))::bigint AS duration_longest,
          round(percentile_cont(0.5) WITHIN GROUP (ORDER BY delay))::bigint AS delay_median,
          round(max(delay))::bigint AS delay_longest,
          coalesce(sum(candidates::bigint * postings_written), 0)::bigint AS scanned,
          coalesce(sum(postings_written), 0)::bigint AS written,
          coalesce(sum(matchings), 0)::bigint AS matchings
      FROM (
        SELECT midnight::date AS day
        FROM generate_series(:from::date::timestamp, :to::date::timestamp, '1 day') AS midnight
      ) AS days
      LEFT JOIN run USING (day)
      GROUP BY GROUPING SETS ((day), ())
      ORDER BY day NULLS LAST
      """;

  private record Row(@Nullable LocalDate day, Figures figures) {}

  private final JdbcClient client;

  FigureRepository(JdbcClient client) {
    this.client = client;
  }

  /// The figures of some days.
  ///
  /// @param kind which runs; empty for both
  public RunFigures read(LocalDate from, LocalDate to, Optional<RunKind> kind) {
    List<Row> rows =
        client
            .sql(FIGURES)
            .param("from", from)
            .param("to", to)
            .param("kind", kind.map(Enum::name).orElse(null))
            .query(FigureRepository::row)
            .list();
    List<Day> days =
        rows.stream()
            .flatMap(
                row ->
                    Optional.ofNullable(row.day()).map(day -> new Day(day, row.figures())).stream())
            .toList();
    return new RunFigures(rows.getLast().figures(), days);
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(row.getObject("day", LocalDate.class), figures(row));
  }

  private static Figures figures(ResultSet row) throws SQLException {
    return new Figures(
        row.getInt("runs"),
        row.getInt("completed"),
        row.getInt("failed"),
        row.getInt("cancelled"),
        row.getBigDecimal("success"),
        millis(row, "duration"),
        millis(row, "delay"),
        row.getLong("scanned"),
        row.getLong("written"),
        row.getLong("matchings"));
  }

  private static Millis millis(ResultSet row, String name) throws SQLException {
    return new Millis(
        row.getObject(name + "_median", Long.class), row.getObject(name + "_longest", Long.class));
  }
}
