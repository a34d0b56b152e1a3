package dev.entente.server.matchings;

import dev.entente.documents.MatchingStatus;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads stored matchings.
@Component
final class MatchingRepository {
  private static final int FETCHED = 1_000;

  static final String COLUMNS =
      """
      SELECT matching.*, candidate.revision,
          coalesce("asOf", ranking.as_of) AS as_of,
          coalesce("feedbackMean", ranking.feedback_mean) AS feedback_mean,
          coalesce("trainingMean", ranking.training_mean) AS training_mean
      """;
  static final String ROWS =
      """
      FROM ranked_matching AS matching
      JOIN candidate ON candidate.id = matching."candidateId"
      JOIN ranking ON ranking.job_posting_id = matching."jobPostingId"
      """;
  private static final String FILTER =
      """
      JOIN job_posting ON job_posting.id = matching."jobPostingId" AND (active OR :includeInactive)
      WHERE matching."jobPostingId" = :posting
        AND CASE WHEN :status::text[] IS NULL THEN rank IS NOT NULL ELSE status = ANY (:status) END
        AND (:minScore::float8 IS NULL OR "matchScore" >= :minScore)
        AND (:location::text IS NULL OR lower(candidate.location) = lower(:location))
        AND (:workMode::text IS NULL OR :workMode = ANY (work_modes))
        AND (:language::text IS NULL OR EXISTS (
          SELECT FROM unnest(languages) AS tag
          WHERE lower(tag) = lower(:language) OR starts_with(lower(tag), lower(:language) || '-')))
      """;
  private static final String PAGE =
      """
      ORDER BY rank NULLS LAST, total DESC, "candidateId" LIMIT :limit OFFSET :offset
      """;
  private static final String UNRANKED =
      """
      WHERE matching."jobPostingId" = :posting AND rank IS NULL
      ORDER BY "statusAt" DESC NULLS LAST, total DESC, "candidateId" LIMIT :limit
      """;
  // The rank is one among the posting's rows, so these are what is read.
  private static final String ONE =
      """
      WHERE matching.id = :id AND matching."jobPostingId" =
        (SELECT "jobPostingId" FROM "CandidateMatching" WHERE id = :id)
      """;
  // An IN would not reach below the ranking, so that all rows would be ranked.
  private static final String SOME =
      """
      WHERE matching.id = ANY (:ids) AND matching."jobPostingId" = ANY (ARRAY(
        SELECT "jobPostingId" FROM "CandidateMatching" WHERE id = ANY (:ids)))
      """;
  private static final String POSTING =
      """
      SELECT "jobPostingId" FROM "CandidateMatching" WHERE id = :id
      """;
  private static final String ALL =
      """
      SELECT "jobPostingId", "candidateId", rank, "matchScore", "skillsMatch", "domainMatch",
          "experienceMatch", total, confidence, scores
      FROM ranked_matching JOIN job_posting ON job_posting.id = "jobPostingId" AND active
      WHERE rank IS NOT NULL ORDER BY "jobPostingId", rank
      """;

  private static final String SUMMARIES =
      """
      SELECT asked.id, list.ranked, list.best, coalesce(eligible, 0) AS eligible,
          coalesce(ineligible, '{}') AS ineligible,
          nullif(ranked_at, 'epoch') AS ranked_at,
          ranking_request.job_posting_id IS NOT NULL AS waiting
      FROM unnest(:ids::text[]) WITH ORDINALITY AS asked (id, place)
      LEFT JOIN ranking ON ranking.job_posting_id = asked.id
      LEFT JOIN ranking_request ON ranking_request.job_posting_id = asked.id
      CROSS JOIN LATERAL (
        SELECT count(*) AS ranked, max("matchScore") AS best FROM "CandidateMatching"
        WHERE "jobPostingId" = asked.id AND listed) AS list
      ORDER BY place
      """;

  private final JdbcClient client;

  MatchingRepository(JdbcClient client) {
    this.client = client;
  }

  List<MatchingRow> page(MatchingQuery query) {
    return filtered(COLUMNS + ROWS + FILTER + PAGE, query)
        .param("limit", query.limit())
        .param("offset", query.offset())
        .query(MatchingRow::of)
        .list();
  }

  /// What there is to know of some lists, in the order of the ids.
  List<ListSummary> summaries(List<String> postingIds) {
    return client
        .sql(SUMMARIES)
        .param("ids", postingIds.toArray(String[]::new))
        .query(ListSummary::of)
        .list();
  }

  int count(MatchingQuery query) {
    return filtered("SELECT count(*)\n" + ROWS + FILTER, query).query(Integer.class).single();
  }

  private JdbcClient.StatementSpec filtered(String sql, MatchingQuery query) {
    List<MatchingStatus> status = query.status();
    return client
        .sql(sql)
        .param("posting", query.jobPostingId())
        .param("includeInactive", query.includeInactive())
        .param(
            "status",
            status == null ? null : status.stream().map(Enum::name).toArray(String[]::new))
        .param("minScore", query.minScore())
        .param("location", query.location())
        .param("workMode", query.workMode() == null ? null : query.workMode().name())
        .param("language", query.language());
  }

  Optional<MatchingRow> find(String id) {
    return client.sql(COLUMNS + ROWS + ONE).param("id", id).query(MatchingRow::of).optional();
  }

  /// Those matchings that there are, in any order.
  List<MatchingRow> findAll(List<String> ids) {
    return client
        .sql(COLUMNS + ROWS + SOME)
        .param("ids", ids.toArray(String[]::new))
        .query(MatchingRow::of)
        .list();
  }

  /// The posting of a matching.
  Optional<String> postingOf(String id) {
    return client.sql(POSTING).param("id", id).query(String.class).optional();
  }

  /// Those of a posting that have a status and no rank, the latest decision first.
  List<MatchingRow> unranked(String postingId, int limit) {
    return client
        .sql(COLUMNS + ROWS + UNRANKED)
        .param("posting", postingId)
        .param("limit", limit)
        .query(MatchingRow::of)
        .list();
  }

  /// Gives all lists of active postings in the lines of file mode, by posting and rank; in a
  /// transaction of the caller's.
  void forEachLine(Consumer<String> taker) {
    client
        .sql(ALL)
        .withFetchSize(FETCHED)
        .query((RowCallbackHandler) rows -> taker.accept(StoredLine.of(rows)));
  }
}
