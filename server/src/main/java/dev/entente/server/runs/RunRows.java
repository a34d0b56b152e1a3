package dev.entente.server.runs;

import dev.entente.matching.criteria.Calibration;
import dev.entente.matching.criteria.RunConditions;
import dev.entente.server.runs.GenerationRun.Failure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Rows of runs, read with what failed in them.
final class RunRows {
  static final String SELECT = "SELECT * FROM generation_run\n";
  static final String SELECT_WITH_FAILURES =
      """
      SELECT generation_run.*, failed.failures
      FROM generation_run, LATERAL (
        SELECT coalesce(json_agg(json_build_object('jobPostingId', job_posting_id, 'candidateId',
            candidate_id, 'reason', reason) ORDER BY job_posting_id, candidate_id), '[]') AS failures
        FROM generation_failure WHERE run_id = id) AS failed
      """;

  private static final JsonMapper JSON = new JsonMapper();

  private RunRows() {}

  /// A run with what failed in it.
  static GenerationRun whole(ResultSet row, int number) throws SQLException {
    return run(
        row, JSON.readValue(row.getString("failures"), new TypeReference<List<Failure>>() {}));
  }

  /// A run without that.
  static GenerationRun run(ResultSet row, int number) throws SQLException {
    return run(row, null);
  }

  private static GenerationRun run(ResultSet row, @Nullable List<Failure> failures)
      throws SQLException {
    return new GenerationRun(
        row.getObject("id", UUID.class),
        RunStatus.valueOf(row.getString("status")),
        row.getString("started_by"),
        row.getTimestamp("started_at").toInstant(),
        instant(row, "finished_at"),
        row.getTimestamp("as_of").toInstant(),
        row.getObject("feedback_mean") == null ? null : calibration(row),
        JSON.readValue(row.getString("weights"), new TypeReference<Map<String, Integer>>() {}),
        row.getString("engine_version"),
        row.getString("alias_version"),
        new GenerationRun.Postings(
            row.getInt("postings_total"),
            row.getInt("postings_written"),
            row.getInt("postings_failed")),
        row.getInt("candidates"),
        row.getInt("candidates_failed"),
        row.getInt("matchings"),
        new GenerationRun.Phases(
            row.getLong("load_millis"), row.getLong("rank_millis"), row.getLong("write_millis")),
        failures,
        row.getString("error"));
  }

  static RunConditions conditions(ResultSet row, int number) throws SQLException {
    return new RunConditions(row.getTimestamp("as_of").toInstant(), calibration(row));
  }

  private static Calibration calibration(ResultSet row) throws SQLException {
    return new Calibration(row.getInt("feedback_mean"), row.getInt("training_mean"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp timestamp = row.getTimestamp(column);
    return timestamp == null ? null : timestamp.toInstant();
  }
}
