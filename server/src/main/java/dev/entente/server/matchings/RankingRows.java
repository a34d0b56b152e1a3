package dev.entente.server.matchings;

import dev.entente.matching.criteria.RunConditions;
import dev.entente.matching.eligibility.Eligibility;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// The rows that tell how each posting's list came to be; whoever changes a list holds its row.
final class RankingRows {
  private static final JsonMapper JSON = new JsonMapper();
  // A row that is there is locked as if it were updated, and stays as it is: PostgreSQL locks it
  // before it looks at the condition, which is never true. In the order of everybody: that of the
  // column, whatever the database's own collation is.
  private static final String LOCK =
      """
      INSERT INTO ranking AS old (job_posting_id, revision, as_of, feedback_mean, training_mean,
          eligible, ineligible, ranked_at)
      SELECT id, 0, 'epoch', 0, 0, 0, '{}', 'epoch' FROM unnest(:ids::text[]) AS id ORDER BY id COLLATE "C"
      ON CONFLICT (job_posting_id) DO UPDATE SET revision = old.revision WHERE false
      """;
  private static final String LOCK_KNOWN =
      "SELECT FROM ranking WHERE job_posting_id = :id FOR UPDATE";

  // LIMIT has the planner look each posting up, also in a table that nobody has analysed yet.
  private static final String BEFORE =
      """
      SELECT ranking.job_posting_id, least_total, list_digest, model_reasons,
          (SELECT position FROM ranking_request AS request
           WHERE request.job_posting_id = ranking.job_posting_id) AS asked,
          ARRAY (SELECT "candidateId" FROM "CandidateMatching"
           WHERE "jobPostingId" = ranking.job_posting_id AND status = 'REJECTED') AS rejected,
          (SELECT true FROM "CandidateMatching"
           WHERE "jobPostingId" = ranking.job_posting_id LIMIT 1) AS has_rows
      FROM ranking WHERE job_posting_id = ANY (:ids)
      """;
  private static final String UPDATE =
      """
      UPDATE ranking SET revision = new.revision, as_of = new."asOf",
          feedback_mean = new."feedbackMean", training_mean = new."trainingMean",
          eligible = new.eligible, ineligible = new.ineligible, ranked_at = :now,
          least_total = new."leastTotal", run_id = new.run, list_digest = new.digest,
          model_reasons = new.told
      FROM json_to_recordset(:rows::json) AS new (id text, revision bigint, "asOf" timestamptz,
        "feedbackMean" integer, "trainingMean" integer, eligible integer, ineligible json,
        "leastTotal" integer, run uuid, digest bigint, told integer)
      WHERE job_posting_id = new.id
      """;
  private static final String MOVED =
      """
      SELECT id FROM unnest(:ids::text[], :totals::bigint[]) AS best (id, total)
      LEFT JOIN ranking ON job_posting_id = id
      WHERE least_total IS NULL OR best.total >= least_total
        OR (as_of, feedback_mean, training_mean) IS DISTINCT FROM
          (:asOf::timestamptz, :feedbackMean::integer, :trainingMean::integer)
      """;

  private final JdbcClient client;

  RankingRows(JdbcTemplate template) {
    client = JdbcClient.create(template);
  }

  /// Locks the rows of postings, in order; makes those that are missing.
  void lock(List<String> postingIds) {
    client.sql(LOCK).param("ids", postingIds.toArray(String[]::new)).update();
  }

  /// Locks the row of a posting, if it has one.
  void lockKnown(String postingId) {
    client.sql(LOCK_KNOWN).param("id", postingId).query((_, _) -> true).list();
  }

  /// What is known of lists whose rows are locked, by posting.
  Map<String, ListBefore> read(List<String> postingIds) {
    Map<String, ListBefore> lists = new HashMap<>();
    client
        .sql(BEFORE)
        .param("ids", postingIds.toArray(String[]::new))
        .query(
            (RowCallbackHandler)
                row -> lists.put(row.getString("job_posting_id"), ListBefore.of(row)));
    return lists;
  }

  /// Says how lists came to be.
  void update(List<WrittenList> lists, Instant now) {
    client
        .sql(UPDATE)
        .param("rows", JSON.writeValueAsString(lists.stream().map(Row::of).toList()))
        .param("now", Timestamp.from(now))
        .update();
  }

  /// A row as the statement reads it.
  private record Row(
      String id,
      long revision,
      String asOf,
      int feedbackMean,
      int trainingMean,
      int eligible,
      Map<Eligibility.Reason, Integer> ineligible,
      @Nullable Integer leastTotal,
      @Nullable UUID run,
      @Nullable Long digest,
      int told) {
    private static Row of(WrittenList written) {
      RankedPosting ranked = written.list().ranked();
      RunConditions conditions = ranked.conditions();
      return new Row(
          ranked.postingId(),
          ranked.revision(),
          conditions.asOf().toString(),
          conditions.calibration().feedbackMean(),
          conditions.calibration().trainingMean(),
          ranked.ranking().eligible(),
          ranked.ranking().ineligible(),
          written.list().leastTotal().orElse(null),
          ranked.run().orElse(null),
          written.mark().map(ListMark::digest).orElse(null),
          written.told());
    }
  }

  /// The postings whose lists a candidate of these totals would enter, or may: a list under other
  /// conditions cannot be compared.
  List<String> movedBy(Map<String, Long> totals, RunConditions conditions) {
    return client
        .sql(MOVED)
        .param("ids", totals.keySet().toArray(String[]::new))
        .param("totals", totals.values().toArray(Long[]::new))
        .param("asOf", Timestamp.from(conditions.asOf()))
        .param("feedbackMean", conditions.calibration().feedbackMean())
        .param("trainingMean", conditions.calibration().trainingMean())
        .query((row, _) -> row.getString(1))
        .list();
  }
}
