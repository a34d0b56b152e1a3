package dev.entente.server.matchings;

import dev.entente.matching.criteria.RunConditions;
import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which lists are under other conditions than they should be.
@Component
public class StaleLists {
  private static final String FIND =
      """
      SELECT posting.id FROM unnest(:ids::text[]) AS posting (id)
      JOIN job_posting ON job_posting.id = posting.id AND active
      LEFT JOIN ranking ON job_posting_id = posting.id
      WHERE (as_of, feedback_mean, training_mean) IS DISTINCT FROM
        (:asOf::timestamptz, :feedbackMean::integer, :trainingMean::integer)
      ORDER BY posting.id
      """;

  private final JdbcClient client;

  StaleLists(JdbcClient client) {
    this.client = client;
  }

  /// Those of some active postings whose lists are under other conditions.
  public List<String> find(List<String> postingIds, RunConditions conditions) {
    return client
        .sql(FIND)
        .param("ids", postingIds.toArray(String[]::new))
        .param("asOf", Timestamp.from(conditions.asOf()))
        .param("feedbackMean", conditions.calibration().feedbackMean())
        .param("trainingMean", conditions.calibration().trainingMean())
        .query((row, _) -> row.getString(1))
        .list();
  }
}
