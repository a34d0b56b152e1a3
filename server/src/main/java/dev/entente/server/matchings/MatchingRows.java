package dev.entente.server.matchings;

import dev.entente.matching.criteria.Criteria;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Changes of the rows of matchings, under the lock of their ranking.
final class MatchingRows {
  // A row that is listed no more keeps the conditions of its score, so that it can still be
  // explained.
  static final String CONDITIONS =
      """
      listed = false, "asOf" = ranking.as_of, "feedbackMean" = ranking.feedback_mean,
          "trainingMean" = ranking.training_mean
      """;
  private static final String DELETE_OTHERS =
      """
      DELETE FROM "CandidateMatching" AS old
      WHERE "jobPostingId" = ANY (:postings) AND status = 'PENDING'
        AND NOT EXISTS (SELECT FROM staged_matching AS new WHERE new.id = old.id)
      """;
  private static final String UNLIST_OTHERS =
      """
      UPDATE "CandidateMatching" AS old SET
      """
          + CONDITIONS
          + """
          , "updatedAt" = :now FROM ranking
          WHERE "jobPostingId" = ANY (:postings) AND job_posting_id = "jobPostingId" AND listed
            AND NOT EXISTS (SELECT FROM staged_matching AS new WHERE new.id = old.id)
          """;
  private static final String NUMBERS =
      """
      UPDATE SET "matchScore" = new.score, "skillsMatch" = new.skills, "domainMatch" = new.domains,
          "experienceMatch" = new.experience, listed = true, total = new.total,
          confidence = new.confidence, scores = new.scores, "criteriaVersion" = :version,
          "asOf" = NULL, "feedbackMean" = NULL, "trainingMean" = NULL, "updatedAt" = :now,
          "runId" = new.run
      """;
  // All this holds until the transaction ends. Whoever writes lists takes no mark away: they get
  // new ones. The planner takes the few postings of a statement for most of a table that nobody
  // has analysed yet, and would read it whole; kept from that, PostgreSQL before 18 takes what is
  // left for so dear that it would compile it.
  private static final String BEGIN =
      """
      SELECT set_config('entente.replaces_lists', 'on', true),
          set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true)
      """;
  // The postings follow from the ids; named, they keep the planner from reading the whole table. A
  // reason is staged where the facts are others.
  private static final String MERGE =
      """
      MERGE INTO "CandidateMatching" AS old USING staged_matching AS new
      ON old.id = new.id AND old."jobPostingId" = ANY (:postings)
      WHEN MATCHED AND new.reason IS NOT NULL THEN
      """
          + NUMBERS
          + """
          , "aiReason" = new.reason, "aiReasonSource" = new.source,
            "aiReasonLanguage" = new.language, "aiReasonModel" = new.model,
            "aiReasonVersion" = new.version, "aiReasonAt" = new.written,
            "factsDigest" = new.digest, "aiReasonAwaited" = new.awaited
          WHEN MATCHED AND (NOT listed OR (old.total, old.confidence, old.scores,
              old."criteriaVersion", old."skillsMatch", old."domainMatch", old."experienceMatch")
            IS DISTINCT FROM (new.total, new.confidence, new.scores, :version::smallint, new.skills,
              new.domains, new.experience)) THEN
          """
          + NUMBERS
          + """
          WHEN NOT MATCHED THEN INSERT (id, "jobPostingId", "candidateId", "matchScore",
              "skillsMatch", "domainMatch", "experienceMatch", listed, total, confidence, scores,
              "criteriaVersion", "createdAt", "updatedAt", "runId", "aiReason", "aiReasonSource",
              "aiReasonLanguage", "aiReasonModel", "aiReasonVersion", "aiReasonAt", "factsDigest",
              "aiReasonAwaited")
            VALUES (new.id, posting, candidate, score, skills, domains, experience, true, new.total,
              new.confidence, new.scores, :version, :now, :now, new.run, new.reason, new.source,
              new.language, new.model, new.version, new.written, new.digest, new.awaited)
          """;
  // OFFSET has the planner look each posting up, also in a table that nobody has analysed yet.
  private static final String KNOWN =
      """
      SELECT "jobPostingId", "candidateId", listed, "factsDigest", "aiReasonAwaited",
          coalesce("aiReasonSource" <> 'TEMPLATE', false) AS by_model
      FROM unnest(:postings::text[]) AS posting CROSS JOIN LATERAL (
        SELECT * FROM "CandidateMatching" WHERE "jobPostingId" = posting OFFSET 0) AS matching
      """;
  private static final String LISTING_POSTINGS =
      """
      SELECT DISTINCT "jobPostingId" FROM "CandidateMatching"
      WHERE "candidateId" = ANY (:candidates) AND listed ORDER BY "jobPostingId"
      """;
  private static final String DELETE_WAITING =
      """
      DELETE FROM "CandidateMatching" WHERE "candidateId" = ANY (:candidates) AND status = 'PENDING'
      """;
  private static final String UNLIST =
      """
      UPDATE "CandidateMatching" SET
      """
          + CONDITIONS
          + """
          , "updatedAt" = :now FROM ranking
          WHERE "candidateId" = ANY (:candidates) AND job_posting_id = "jobPostingId"
            AND listed
          """;
  private static final String DELETE_ALL =
      """
      DELETE FROM "CandidateMatching" WHERE "candidateId" = ANY (:candidates)
      """;

  private final JdbcClient client;

  MatchingRows(JdbcClient client) {
    this.client = client;
  }

  /// Says to the database, before rows are changed, that the caller's transaction replaces lists.
  void begin() {
    client.sql(BEGIN).query((_, _) -> true).list();
  }

  /// Makes what is staged listed rows; those that say the same already are not touched.
  void merge(List<String> postingIds, Instant now) {
    client
        .sql(MERGE)
        .param("postings", postingIds.toArray(String[]::new))
        .param("version", Criteria.VERSION)
        .param("now", Timestamp.from(now))
        .update();
  }

  /// Lists rows of some postings no more that are not staged; they go if nobody has looked at them.
  void unlistOthers(List<String> postingIds, Instant now) {
    String[] postings = postingIds.toArray(String[]::new);
    client.sql(DELETE_OTHERS).param("postings", postings).update();
    client
        .sql(UNLIST_OTHERS)
        .param("postings", postings)
        .param("now", Timestamp.from(now))
        .update();
  }

  /// The rows of some postings, by posting and candidate.
  Map<String, Map<String, KnownRow>> known(List<String> postingIds) {
    if (postingIds.isEmpty()) {
      return Map.of();
    }
    Map<String, Map<String, KnownRow>> known = new HashMap<>();
    client
        .sql(KNOWN)
        .param("postings", postingIds.toArray(String[]::new))
        .query(
            (RowCallbackHandler)
                row -> {
                  KnownRow one = KnownRow.of(row);
                  known
                      .computeIfAbsent(row.getString("jobPostingId"), _ -> new HashMap<>())
                      .put(one.candidateId(), one);
                });
    return known;
  }

  /// The postings whose lists name one of the candidates, in order.
  List<String> postingsOf(List<String> candidateIds) {
    return client
        .sql(LISTING_POSTINGS)
        .param("candidates", candidateIds.toArray(String[]::new))
        .query((row, _) -> row.getString(1))
        .list();
  }

  /// Takes candidates out of all lists.
  void withdraw(List<String> candidateIds, Instant now) {
    String[] candidates = candidateIds.toArray(String[]::new);
    client.sql(DELETE_WAITING).param("candidates", candidates).update();
    client.sql(UNLIST).param("candidates", candidates).param("now", Timestamp.from(now)).update();
  }

  /// Deletes all rows of candidates.
  void erase(List<String> candidateIds) {
    client.sql(DELETE_ALL).param("candidates", candidateIds.toArray(String[]::new)).update();
  }
}
