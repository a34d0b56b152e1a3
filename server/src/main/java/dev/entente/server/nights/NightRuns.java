package dev.entente.server.nights;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What nights need to know of the ledger of runs, which they only read.
@Component
final class NightRuns implements NightLedger {
  // One that the engine gave up before it began counts for the night in which it was asked for. Who
  // cancels a run neither completes a night nor fails it.
  private static final String ENDED =
      """
      SELECT id, status, coalesce(started_at, requested_at) AS started_at, finished_at,
          postings_total, postings_written, postings_failed, chunks_failed, error
      FROM generation_run
      WHERE kind = 'ALL' AND status IN ('COMPLETED', 'FAILED')
        AND coalesce(started_at, requested_at) >= :since
      """;
  private static final String LAST_ENDED = ENDED + "ORDER BY requested_at DESC, id LIMIT 1";
  private static final String ALL_ENDED = ENDED + "ORDER BY requested_at, id DESC";
  private static final String IS_RUNNING =
      "SELECT EXISTS (SELECT FROM generation_run WHERE kind = 'ALL' AND status = 'RUNNING')";
  private static final String FAILED_POSTINGS =
      """
      SELECT job_posting_id FROM generation_failure
      WHERE run_id = :run AND job_posting_id IS NOT NULL
      ORDER BY job_posting_id LIMIT :limit
      """;

  private final JdbcClient client;

  NightRuns(JdbcClient client) {
    this.client = client;
  }

  @Override
  public Optional<NightRun> findLastEnded(Instant since) {
    return client
        .sql(LAST_ENDED)
        .param("since", Timestamp.from(since))
        .query(NightRuns::run)
        .optional();
  }

  @Override
  public List<NightRun> listEnded(Instant since) {
    return client.sql(ALL_ENDED).param("since", Timestamp.from(since)).query(NightRuns::run).list();
  }

  private static NightRun run(ResultSet row, int number) throws SQLException {
    return new NightRun(
        row.getObject("id", UUID.class),
        row.getString("status").equals("COMPLETED"),
        row.getTimestamp("started_at").toInstant(),
        row.getTimestamp("finished_at").toInstant(),
        row.getInt("postings_total"),
        row.getInt("postings_written"),
        row.getInt("postings_failed"),
        row.getInt("chunks_failed"),
        Optional.ofNullable(row.getString("error")));
  }

  @Override
  public boolean isRunning() {
    return client.sql(IS_RUNNING).query(Boolean.class).single();
  }

  /// The first of the postings that failed in a run, by id.
  List<String> listFailedPostings(UUID run, int limit) {
    return client
        .sql(FAILED_POSTINGS)
        .param("run", run)
        .param("limit", limit)
        .query((row, _) -> row.getString("job_posting_id"))
        .list();
  }
}
