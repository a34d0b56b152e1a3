package dev.entente.server.matchings;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The lists that name a candidate, without reading the lists.
@Component
@Transactional(readOnly = true)
public class CandidateLists {
  private static final int DECIMALS = 2;

  private static final String STANDINGS =
      """
      SELECT "candidateId", count(*) AS lists, max("matchScore") AS best
      FROM "CandidateMatching" JOIN job_posting ON job_posting.id = "jobPostingId" AND active
      WHERE "candidateId" = ANY (:ids) AND listed
      GROUP BY "candidateId"
      """;
  private static final String COUNT =
      """
      SELECT count(*) FROM "CandidateMatching" WHERE "candidateId" = :candidate
      """;

  // The rank is worked out beside the rows of the page alone: the view would number whole lists,
  // and an order by it those of all of the candidate's rows.
  private static final String PLACINGS =
      """
      WITH own AS MATERIALIZED (
        SELECT matching.id, "jobPostingId", "candidateId", total, listed, "matchScore", status,
            scores, title, active, document
        FROM "CandidateMatching" AS matching JOIN job_posting ON job_posting.id = "jobPostingId"
        WHERE "candidateId" = :candidate
        ORDER BY active DESC, listed DESC, "matchScore" DESC, "jobPostingId"
        LIMIT :limit OFFSET :offset)
      SELECT own.id, own."jobPostingId" AS posting, own."matchScore", own.status, own.scores,
          title, active, document, ranking_request.job_posting_id IS NOT NULL AS waiting,
          CASE WHEN own.listed THEN (
            SELECT count(*)::integer FROM "CandidateMatching" AS other
            WHERE other."jobPostingId" = own."jobPostingId" AND other.listed
              AND (other.total > own.total
                OR (other.total = own.total AND other."candidateId" <= own."candidateId")))
          END AS rank
      FROM own
      LEFT JOIN ranking_request ON ranking_request.job_posting_id = own."jobPostingId"
      ORDER BY active DESC, listed DESC, "matchScore" DESC, "jobPostingId"
      """;

  /// How a candidate stands in all lists of active postings together.
  ///
  /// @param lists how many name the candidate
  /// @param best the highest match score there, in points
  public record Standing(int lists, BigDecimal best) {}

  /// One page of the lists that name a candidate.
  ///
  /// @param offset how many stand before them
  /// @param total how many there are, on all pages
  public record Page(List<Placing> placings, int offset, int total) {}

  private final JdbcClient client;

  CandidateLists(JdbcClient client) {
    this.client = client;
  }

  /// How some candidates stand, by id; one whom no list names is absent.
  public Map<String, Standing> standings(List<String> candidateIds) {
    Map<String, Standing> standings = new HashMap<>();
    client
        .sql(STANDINGS)
        .param("ids", candidateIds.toArray(String[]::new))
        .query(
            (RowCallbackHandler) row -> standings.put(row.getString("candidateId"), standing(row)));
    return standings;
  }

  private static Standing standing(ResultSet row) throws SQLException {
    return new Standing(row.getInt("lists"), row.getBigDecimal("best").setScale(DECIMALS));
  }

  /// All that is stored of a candidate in lists, those of active postings first, highest score
  /// first; those without a rank, which were rejected or have left the list, behind the others.
  ///
  /// @param page from 0; one behind the last gives the last
  /// @param size most on a page, at least 1
  public Page placings(String candidateId, int page, int size) {
    int total = client.sql(COUNT).param("candidate", candidateId).query(Integer.class).single();
    int offset = Math.min(page, Math.max(0, total - 1) / size) * size;
    List<Placing> placings =
        client
            .sql(PLACINGS)
            .param("candidate", candidateId)
            .param("limit", size)
            .param("offset", offset)
            .query(Placing::of)
            .list();
    return new Page(placings, offset, total);
  }
}
