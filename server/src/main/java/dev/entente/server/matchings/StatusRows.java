package dev.entente.server.matchings;

import dev.entente.documents.MatchingStatus;
import dev.entente.documents.StatusChange;
import dev.entente.matching.criteria.Criteria;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Changes of the status in the rows of matchings, under the lock of their ranking.
final class StatusRows {
  private static final String STATUS =
      """
      status = :status, "statusBy" = :by, "statusAt" = :now, "updatedAt" = :now
      """;
  private static final String MOVE =
      "UPDATE \"CandidateMatching\" SET\n" + STATUS + "WHERE id = :id";
  private static final String REJECT =
      "UPDATE \"CandidateMatching\" SET\n"
          + STATUS
          + ", "
          + MatchingRows.CONDITIONS
          + "FROM ranking WHERE id = :id AND job_posting_id = \"jobPostingId\" AND listed";

  // The order is that of ranked_matching.
  private static final String RELIST =
      "UPDATE \"CandidateMatching\" AS own SET\n"
          + STATUS
          + """
          , listed = true, "asOf" = NULL, "feedbackMean" = NULL, "trainingMean" = NULL
          FROM ranking
          WHERE own.id = :id AND NOT own.listed AND job_posting_id = own."jobPostingId"
            AND "criteriaVersion" = :version
            AND ("asOf", "feedbackMean", "trainingMean") = (as_of, feedback_mean, training_mean)
            AND EXISTS (
              SELECT FROM candidate WHERE candidate.id = own."candidateId" AND NOT opted_out)
            AND :places > (
              SELECT count(*) FROM "CandidateMatching" AS other
              WHERE other."jobPostingId" = own."jobPostingId" AND other.listed
                AND (other.total > own.total
                  OR (other.total = own.total AND other."candidateId" < own."candidateId")))
          """;
  private static final String BEHIND =
      """
      WHERE id IN (SELECT id FROM ranked_matching WHERE "jobPostingId" = :posting AND rank > :places)
      """;
  private static final String DELETE_BEHIND =
      "DELETE FROM \"CandidateMatching\"\n" + BEHIND + "AND status = 'PENDING'";
  private static final String UNLIST_BEHIND =
      "UPDATE \"CandidateMatching\" SET \"updatedAt\" = :now, "
          + MatchingRows.CONDITIONS
          + "FROM ranking\n"
          + BEHIND
          + "AND job_posting_id = \"jobPostingId\"";

  private final JdbcClient client;

  StatusRows(JdbcClient client) {
    this.client = client;
  }

  /// Sets a status; who is rejected gives the place away.
  void move(String id, StatusChange change, Instant now) {
    boolean isOffList =
        change.status() == MatchingStatus.REJECTED && bound(REJECT, id, change, now).update() == 1;
    if (!isOffList) {
      bound(MOVE, id, change, now).update();
    }
  }

  /// Sets a status and puts the row back on the list, if its score is comparable with those of the
  /// list and is worth a place.
  ///
  /// @return whether it did; else nothing was changed
  boolean relist(String id, StatusChange change, Instant now) {
    return bound(RELIST, id, change, now)
            .param("version", Criteria.VERSION)
            .param("places", MatchingWriter.PLACES)
            .update()
        == 1;
  }

  private JdbcClient.StatementSpec bound(String sql, String id, StatusChange change, Instant now) {
    return client
        .sql(sql)
        .param("id", id)
        .param("status", change.status().name())
        .param("by", change.by().orElse(null))
        .param("now", Timestamp.from(now));
  }

  /// Takes rows off a list that has more of them than places.
  void trim(String postingId, Instant now) {
    for (String sql : new String[] {DELETE_BEHIND, UNLIST_BEHIND}) {
      client
          .sql(sql)
          .param("posting", postingId)
          .param("places", MatchingWriter.PLACES)
          .param("now", Timestamp.from(now))
          .update();
    }
  }
}
