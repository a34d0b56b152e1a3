package dev.entente.server.matchings;

import dev.entente.matching.criteria.RunConditions;
import dev.entente.server.postings.StoredPosting;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who holds the last places of full lists, and what a candidate lacks to have them.
@Component
@Transactional(readOnly = true)
public class LastPlaces {
  // A list under other conditions, or one that waits, says nothing about today's totals.
  private static final String ASKED =
      """
      FROM unnest(:ids::text[], :totals::bigint[]) AS asked (id, total)
      JOIN job_posting ON job_posting.id = asked.id AND active
      LEFT JOIN ranking ON ranking.job_posting_id = asked.id
      LEFT JOIN ranking_request ON ranking_request.job_posting_id = asked.id
      """;
  private static final String OUTSIDE =
      """
      WHERE NOT EXISTS (
        SELECT FROM "CandidateMatching"
        WHERE "jobPostingId" = asked.id AND "candidateId" = :candidate
          AND (listed OR status = 'REJECTED'))
      """;
  private static final String SETTLED =
      """
      (ranking_request.job_posting_id IS NULL AND least_total >= asked.total
        AND ranking.revision = job_posting.revision
        AND (as_of, feedback_mean, training_mean) IS NOT DISTINCT FROM
          (:asOf::timestamptz, :feedbackMean::integer, :trainingMean::integer))
      """;
  private static final String COUNT =
      "SELECT count(*) FILTER (WHERE %s) AS missed, count(*) AS all_of_them\n".formatted(SETTLED)
          + ASKED
          + OUTSIDE;
  private static final String NEAREST =
      """
      SELECT job_posting.id, company_id, job_posting.revision, active, document, title, asked.total,
          last.total AS last_total, last.scores
      """
          + ASKED
          + """
          CROSS JOIN LATERAL (
            SELECT total, scores FROM "CandidateMatching"
            WHERE "jobPostingId" = asked.id AND listed
            ORDER BY total, "candidateId" DESC LIMIT 1) AS last
          """
          + OUTSIDE
          + "AND %s ORDER BY least_total - asked.total, asked.id LIMIT :limit".formatted(SETTLED);
  private static final String LAST =
      """
      SELECT total, scores FROM "CandidateMatching"
      WHERE "jobPostingId" = :posting AND listed ORDER BY total, "candidateId" DESC LIMIT 1
      """;

  /// What the last place of a list was given for.
  ///
  /// @param total of the matching that has it
  /// @param scores likewise, in the order of the criteria, hundredths of a point
  public record LastPlace(long total, List<Integer> scores) {
    private static LastPlace of(ResultSet row, String total) throws SQLException {
      return new LastPlace(
          row.getLong(total), List.of((Integer[]) row.getArray("scores").getArray()));
    }
  }

  /// A full list that a candidate is eligible for and does not reach.
  ///
  /// @param total the candidate's
  public record Missed(StoredPosting posting, String title, long total, LastPlace last) {
    private static Missed of(ResultSet row, int number) throws SQLException {
      return new Missed(
          new StoredPosting(
              row.getString("id"),
              row.getString("company_id"),
              row.getLong("revision"),
              row.getBoolean("active"),
              row.getString("document")),
          row.getString("title"),
          row.getLong("total"),
          LastPlace.of(row, "last_total"));
    }
  }

  /// Lists that do not name a candidate who is eligible for them and was not rejected.
  ///
  /// @param nearest those of the smallest shortfall, that first
  /// @param missed how many full lists the candidate does not reach
  /// @param waiting how many are about to be ranked again, so that nothing can be said of them
  public record Outside(List<Missed> nearest, int missed, int waiting) {}

  private final JdbcClient client;

  LastPlaces(JdbcClient client) {
    this.client = client;
  }

  /// The lists that a candidate does not reach.
  ///
  /// @param totals of the candidate by posting, of all that he or she is eligible for
  /// @param conditions of the totals
  /// @param most how many of the nearest
  public Outside outside(
      String candidateId, Map<String, Long> totals, RunConditions conditions, int most) {
    List<Missed> nearest =
        asked(NEAREST, candidateId, totals, conditions)
            .param("limit", most)
            .query(Missed::of)
            .list();
    return asked(COUNT, candidateId, totals, conditions)
        .query(
            (row, _) ->
                new Outside(
                    nearest,
                    row.getInt("missed"),
                    row.getInt("all_of_them") - row.getInt("missed")))
        .single();
  }

  private JdbcClient.StatementSpec asked(
      String sql, String candidateId, Map<String, Long> totals, RunConditions conditions) {
    return client
        .sql(sql)
        .param("ids", totals.keySet().toArray(String[]::new))
        .param("totals", totals.values().toArray(Long[]::new))
        .param("candidate", candidateId)
        .param("asOf", Timestamp.from(conditions.asOf()))
        .param("feedbackMean", conditions.calibration().feedbackMean())
        .param("trainingMean", conditions.calibration().trainingMean());
  }

  /// The last place of a list, whether the list is full or not; empty if nobody has a place.
  public Optional<LastPlace> of(String postingId) {
    return client
        .sql(LAST)
        .param("posting", postingId)
        .query((row, _) -> LastPlace.of(row, "total"))
        .optional();
  }
}
