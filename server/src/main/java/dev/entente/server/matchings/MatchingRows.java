package dev.entente.server.matchings;

import dev.entente.documents.StatusChange;
import dev.entente.matching.criteria.Criteria;
import dev.entente.matching.ranking.Matching;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Changes of the rows of matchings, under the lock of their ranking.
final class MatchingRows {
  private static final double HUNDREDTHS = 100.0;

  // A row that loses its rank keeps the conditions of its score, so that it can still be explained.
  private static final String CONDITIONS =
      """
      rank = NULL, "asOf" = ranking.as_of, "feedbackMean" = ranking.feedback_mean,
          "trainingMean" = ranking.training_mean
      """;
  private static final String DELETE_OTHERS =
      """
      DELETE FROM "CandidateMatching"
      WHERE "jobPostingId" = :posting AND status = 'PENDING' AND "candidateId" <> ALL (:candidates)
      """;
  private static final String UNRANK_OTHERS =
      """
      UPDATE "CandidateMatching" SET
      """
          + CONDITIONS
          + """
          , "updatedAt" = :now FROM ranking
          WHERE "jobPostingId" = :posting AND job_posting_id = :posting AND rank IS NOT NULL
            AND "candidateId" <> ALL (:candidates)
          """;
  private static final String MERGE =
      """
      INSERT INTO "CandidateMatching" AS old (id, "jobPostingId", "candidateId", "matchScore",
          "skillsMatch", "domainMatch", "experienceMatch", rank, total, confidence, scores,
          "criteriaVersion", "createdAt", "updatedAt")
      SELECT id, :posting, candidate, score, skills, domains, experience, place, total, confidence,
          scores::integer[], :version, :now, :now
      FROM unnest(:ids::text[], :candidates::text[], :matchScores::float8[], :skillsMatch::float8[],
          :domainMatch::float8[], :experienceMatch::float8[], :totals::integer[], :confidences::integer[],
          :scores::text[])
        WITH ORDINALITY AS list (id, candidate, score, skills, domains, experience, total,
          confidence, scores, place)
      ON CONFLICT (id) DO UPDATE SET "matchScore" = excluded."matchScore",
          "skillsMatch" = excluded."skillsMatch", "domainMatch" = excluded."domainMatch",
          "experienceMatch" = excluded."experienceMatch", rank = excluded.rank,
          total = excluded.total, confidence = excluded.confidence, scores = excluded.scores,
          "criteriaVersion" = excluded."criteriaVersion", "asOf" = NULL, "feedbackMean" = NULL,
          "trainingMean" = NULL, "updatedAt" = excluded."updatedAt"
      WHERE (old.rank, old.total, old.confidence, old.scores, old."criteriaVersion",
          old."skillsMatch", old."domainMatch", old."experienceMatch")
        IS DISTINCT FROM (excluded.rank, excluded.total, excluded.confidence, excluded.scores,
          excluded."criteriaVersion", excluded."skillsMatch", excluded."domainMatch",
          excluded."experienceMatch")
      """;
  private static final String COUNT =
      """
      SELECT count(*) FROM "CandidateMatching"
      WHERE "jobPostingId" = :posting AND rank IS NOT NULL
      """;
  private static final String RANKED_POSTINGS =
      """
      SELECT DISTINCT "jobPostingId" FROM "CandidateMatching"
      WHERE "candidateId" = ANY (:candidates) ORDER BY "jobPostingId"
      """;
  private static final String DELETE_WAITING =
      """
      DELETE FROM "CandidateMatching" WHERE "candidateId" = ANY (:candidates) AND status = 'PENDING'
      """;
  private static final String UNRANK =
      """
      UPDATE "CandidateMatching" SET
      """
          + CONDITIONS
          + """
          , "updatedAt" = :now FROM ranking
          WHERE "candidateId" = ANY (:candidates) AND job_posting_id = "jobPostingId"
            AND rank IS NOT NULL
          """;
  private static final String CLOSE_GAPS =
      """
      UPDATE "CandidateMatching" SET rank = place
      FROM (SELECT id AS placed, row_number() OVER (PARTITION BY "jobPostingId" ORDER BY rank) AS place
            FROM "CandidateMatching" WHERE "jobPostingId" = ANY (:postings) AND rank IS NOT NULL) AS list
      WHERE id = placed AND rank <> place
      """;
  private static final String MOVE =
      """
      UPDATE "CandidateMatching" SET status = :status, "statusBy" = :by, "statusAt" = :now,
          "updatedAt" = :now
      WHERE id = :id
      """;
  private static final String REJECT =
      """
      UPDATE "CandidateMatching" SET status = 'REJECTED',
      """
          + CONDITIONS
          + """
          , "statusBy" = :by, "statusAt" = :now, "updatedAt" = :now FROM ranking
          WHERE id = :id AND job_posting_id = "jobPostingId" AND rank IS NOT NULL
          """;

  private final JdbcClient client;

  MatchingRows(JdbcClient client) {
    this.client = client;
  }

  /// Makes a list the ranked rows of a posting: others lose their rank, or go if nobody has looked
  /// at them; rows that say the same already are not touched.
  void replace(String postingId, List<Matching> list, Instant now) {
    String[] candidates = texts(list, matching -> matching.candidate().value());
    client.sql(DELETE_OTHERS).param("posting", postingId).param("candidates", candidates).update();
    client
        .sql(UNRANK_OTHERS)
        .param("posting", postingId)
        .param("candidates", candidates)
        .param("now", Timestamp.from(now))
        .update();
    client
        .sql(MERGE)
        .param("posting", postingId)
        .param("ids", texts(list, m -> MatchingId.of(postingId, m.candidate().value())))
        .param("candidates", candidates)
        .param("matchScores", points(list, Matching::matchScore))
        .params(coverages(list))
        .param("totals", list.stream().map(Matching::total).toArray(Long[]::new))
        .param("confidences", list.stream().map(Matching::confidence).toArray(Integer[]::new))
        .param("scores", texts(list, MatchingRows::arrayOfScores))
        .param("version", Criteria.VERSION)
        .param("now", Timestamp.from(now))
        .update();
  }

  private static Map<String, Double[]> coverages(List<Matching> list) {
    Map<String, Double[]> coverages = new HashMap<>();
    CoverageColumns.ALL.forEach(
        (column, criterion) -> coverages.put(column, points(list, m -> m.coverage(criterion))));
    return coverages;
  }

  /// How many ranked rows a posting has.
  int count(String postingId) {
    return client.sql(COUNT).param("posting", postingId).query(Integer.class).single();
  }

  private static String[] texts(List<Matching> list, Function<Matching, String> text) {
    return list.stream().map(text).toArray(String[]::new);
  }

  private static Double[] points(List<Matching> list, ToLongFunction<Matching> hundredths) {
    return list.stream().map(m -> hundredths.applyAsLong(m) / HUNDREDTHS).toArray(Double[]::new);
  }

  private static String arrayOfScores(Matching matching) {
    return matching.scores().stream()
        .map(String::valueOf)
        .collect(Collectors.joining(",", "{", "}"));
  }

  /// The postings whose lists name one of the candidates, in order.
  List<String> postingsOf(List<String> candidateIds) {
    return client
        .sql(RANKED_POSTINGS)
        .param("candidates", candidateIds.toArray(String[]::new))
        .query((row, _) -> row.getString(1))
        .list();
  }

  /// Takes candidates out of all lists.
  ///
  /// @param postingIds as [#postingsOf] gives them, locked
  void withdraw(List<String> candidateIds, List<String> postingIds, Instant now) {
    String[] candidates = candidateIds.toArray(String[]::new);
    client.sql(DELETE_WAITING).param("candidates", candidates).update();
    client.sql(UNRANK).param("candidates", candidates).param("now", Timestamp.from(now)).update();
    closeGaps(postingIds);
  }

  /// Moves those behind a gap up.
  void closeGaps(List<String> postingIds) {
    client.sql(CLOSE_GAPS).param("postings", postingIds.toArray(String[]::new)).update();
  }

  /// Sets a status that leaves the rank as it is.
  void move(String id, StatusChange change, Instant now) {
    client
        .sql(MOVE)
        .param("status", change.status().name())
        .param("by", change.by().orElse(null))
        .param("now", Timestamp.from(now))
        .param("id", id)
        .update();
  }

  /// Rejects a matching and takes its rank, if it has one.
  void reject(String id, StatusChange change, Instant now) {
    int ranked =
        client
            .sql(REJECT)
            .param("by", change.by().orElse(null))
            .param("now", Timestamp.from(now))
            .param("id", id)
            .update();
    if (ranked == 0) {
      move(id, change, now);
    }
  }
}
