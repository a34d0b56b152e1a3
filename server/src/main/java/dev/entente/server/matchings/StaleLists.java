package dev.entente.server.matchings;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which lists a run has not reached.
@Component
public class StaleLists {
  private static final String FIND =
      """
      SELECT id FROM unnest(:ids::text[]) AS id
      WHERE EXISTS (SELECT FROM job_posting WHERE job_posting.id = id.id AND active)
        AND NOT EXISTS (SELECT FROM ranking
          WHERE job_posting_id = id.id AND (run_id = :run OR ranked_at > :since))
      ORDER BY id
      """;

  private final JdbcClient client;

  StaleLists(JdbcClient client) {
    this.client = client;
  }

  /// Those of some active postings that neither a run nor anybody else has ranked since it began.
  public List<String> find(List<String> postingIds, UUID run, Instant since) {
    return client
        .sql(FIND)
        .param("ids", postingIds.toArray(String[]::new))
        .param("run", run)
        .param("since", Timestamp.from(since))
        .query((row, _) -> row.getString(1))
        .list();
  }
}
