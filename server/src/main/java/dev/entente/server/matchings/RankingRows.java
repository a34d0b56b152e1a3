package dev.entente.server.matchings;

import dev.entente.matching.criteria.RunConditions;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// The rows that tell how each posting's list came to be; whoever changes a list holds its row.
final class RankingRows {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String INSERT =
      """
      INSERT INTO ranking (job_posting_id, position, revision, as_of, feedback_mean, training_mean,
          eligible, ineligible, ranked_at)
      VALUES (:id, 0, 0, 'epoch', 0, 0, 0, '{}', 'epoch')
      ON CONFLICT (job_posting_id) DO NOTHING
      """;
  private static final String LOCK =
      """
      SELECT job_posting_id FROM ranking WHERE job_posting_id = ANY (:ids)
      ORDER BY job_posting_id FOR UPDATE
      """;
  private static final String POSITION =
      "SELECT position FROM ranking WHERE job_posting_id = :id FOR UPDATE";
  private static final String UPDATE =
      """
      UPDATE ranking SET position = :position, revision = :revision, as_of = :asOf,
          feedback_mean = :feedbackMean, training_mean = :trainingMean, eligible = :eligible,
          ineligible = :ineligible::json, ranked_at = :now
      WHERE job_posting_id = :id
      """;
  private static final String ANSWERED =
      "DELETE FROM ranking_request WHERE job_posting_id = :id AND position < :position";

  private final JdbcClient client;

  RankingRows(JdbcClient client) {
    this.client = client;
  }

  /// Locks the row of a posting, and gives the position of the list that stands.
  long lock(String postingId) {
    client.sql(INSERT).param("id", postingId).update();
    return client.sql(POSITION).param("id", postingId).query(Long.class).single();
  }

  /// Locks the rows of postings, in order.
  void lock(List<String> postingIds) {
    client
        .sql(LOCK)
        .param("ids", postingIds.toArray(String[]::new))
        .query((row, _) -> row.getString(1))
        .list();
  }

  /// Says how the list came to be, and that requests from before are answered.
  void update(RankedPosting ranked, Instant now) {
    RunConditions conditions = ranked.conditions();
    client
        .sql(UPDATE)
        .param("position", ranked.position())
        .param("revision", ranked.revision())
        .param("asOf", Timestamp.from(conditions.asOf()))
        .param("feedbackMean", conditions.calibration().feedbackMean())
        .param("trainingMean", conditions.calibration().trainingMean())
        .param("eligible", ranked.ranking().eligible())
        .param("ineligible", JSON.writeValueAsString(ranked.ranking().ineligible()))
        .param("now", Timestamp.from(now))
        .param("id", ranked.postingId())
        .update();
    client
        .sql(ANSWERED)
        .param("id", ranked.postingId())
        .param("position", ranked.position())
        .update();
  }
}
