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

/// Rows of runs. What a run that goes on has done is added up from its chunks; when it ends, the
/// sums go into its own row.
final class RunRows {
  private static final String COLUMNS =
      """
      SELECT run.*, chunk.done AS chunks_done, chunk.written AS running_written,
          chunk.failed AS running_failed, chunk.matchings AS running_matchings,
          chunk.load AS running_load, chunk.rank AS running_rank, chunk.write AS running_write,
          greatest(0, 1000 * extract(epoch FROM chunk.last - started_at))::bigint AS running_millis\
      """;
  private static final String FROM =
      """
      \nFROM generation_run AS run
      CROSS JOIN LATERAL (
        SELECT count(*) FILTER (WHERE status = 'DONE')::integer AS done,
            coalesce(sum(written), 0)::integer AS written,
            coalesce(sum(failed), 0)::integer AS failed,
            coalesce(sum(matchings), 0)::integer AS matchings,
            coalesce(sum(load_millis), 0)::bigint AS load,
            coalesce(sum(rank_millis), 0)::bigint AS rank,
            coalesce(sum(write_millis), 0)::bigint AS write,
            coalesce(max(finished_at), run.started_at) AS last
        FROM generation_chunk WHERE run_id = run.id) AS chunk
      """;
  static final String SELECT = COLUMNS + FROM;
  static final String SELECT_WITH_FAILURES =
      COLUMNS
          + ", failed.failures"
          + FROM
          + """
          CROSS JOIN LATERAL (
            SELECT coalesce(json_agg(json_build_object('jobPostingId', job_posting_id,
                'candidateId', candidate_id, 'reason', reason)), '[]') AS failures
            FROM (SELECT * FROM generation_failure WHERE run_id = run.id
                ORDER BY job_posting_id, candidate_id LIMIT 1000) AS first) AS failed
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
    RunStatus status = RunStatus.valueOf(row.getString("status"));
    boolean isRunning = status == RunStatus.RUNNING;
    boolean isWhole = status == RunStatus.COMPLETED;
    return new GenerationRun(
        row.getObject("id", UUID.class),
        RunKind.valueOf(row.getString("kind")),
        status,
        row.getString("started_by"),
        row.getTimestamp("requested_at").toInstant(),
        instant(row, "started_at"),
        instant(row, "finished_at"),
        instant(row, "as_of"),
        row.getObject("feedback_mean") == null ? null : calibration(row),
        JSON.readValue(row.getString("weights"), new TypeReference<Map<String, Integer>>() {}),
        row.getString("engine_version"),
        row.getString("alias_version"),
        new GenerationRun.Postings(
            row.getInt("postings_total"),
            count(row, isWhole, "postings_written", "running_written"),
            count(row, isWhole, "postings_failed", "running_failed")),
        chunks(row, status),
        row.getInt("candidates"),
        row.getInt("candidates_failed"),
        count(row, isWhole, "matchings", "running_matchings"),
        isRunning
            ? new GenerationRun.Phases(
                    row.getLong("running_load"),
                    row.getLong("running_rank"),
                    row.getLong("running_write"))
                .within(row.getLong("running_millis"))
            : new GenerationRun.Phases(
                row.getLong("load_millis"),
                row.getLong("rank_millis"),
                row.getLong("write_millis")),
        failures,
        row.getString("error"));
  }

  // A chunk that was being written when its run broke off says so a moment later.
  private static int count(ResultSet row, boolean isWhole, String stored, String summed)
      throws SQLException {
    return isWhole ? row.getInt(stored) : Math.max(row.getInt(stored), row.getInt(summed));
  }

  private static GenerationRun.Chunks chunks(ResultSet row, RunStatus status) throws SQLException {
    int total = row.getInt("chunks_total");
    int failed = row.getInt("chunks_failed");
    int done = status == RunStatus.COMPLETED ? total - failed : row.getInt("chunks_done");
    return new GenerationRun.Chunks(total, done, failed);
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
