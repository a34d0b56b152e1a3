package dev.entente.server.matchings;

import dev.entente.server.reasons.Reason;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The part of matchings' rows that tells their reasons; changed under the lock of their ranking.
final class ReasonRows {
  private static final String AWAITED =
      MatchingRepository.COLUMNS
          + MatchingRepository.ROWS
          + """
          WHERE matching."jobPostingId" = :posting AND listed AND "aiReasonAwaited" ORDER BY rank
          """;
  private static final String STORE =
      """
      UPDATE "CandidateMatching" SET "aiReason" = :text, "aiReasonSource" = :source,
          "aiReasonLanguage" = :language, "aiReasonModel" = :model, "aiReasonVersion" = :version,
          "aiReasonAt" = :at, "aiReasonAwaited" = false, "updatedAt" = :at
      WHERE "jobPostingId" = :posting AND "factsDigest" = :digest AND "aiReasonAwaited"
      """;
  private static final String GIVE_UP =
      """
      UPDATE "CandidateMatching" SET "aiReasonAwaited" = false
      WHERE "jobPostingId" = :posting AND "aiReasonAwaited" AND "factsDigest" = ANY (:digests)
      """;
  private static final String AWAITED_COUNT =
      """
      SELECT count(*) FROM "CandidateMatching"
      WHERE "jobPostingId" = :posting AND listed AND "aiReasonAwaited"
      """;
  private static final String REPLACE =
      """
      UPDATE "CandidateMatching" SET "aiReason" = :text, "aiReasonSource" = 'TEMPLATE',
          "aiReasonLanguage" = :language, "aiReasonModel" = NULL, "aiReasonVersion" = :version,
          "aiReasonAt" = :at, "aiReasonAwaited" = false, "updatedAt" = :at
      WHERE "jobPostingId" = :posting AND "factsDigest" = :digest AND "aiReasonSource" <> 'TEMPLATE'
      """;

  private final JdbcClient client;

  ReasonRows(JdbcTemplate template) {
    client = JdbcClient.create(template);
  }

  /// A row whose reason is awaited.
  ///
  /// @param digest of the facts that it is to be written from
  record Row(MatchingRow matching, long digest) {}

  List<Row> awaited(String postingId) {
    return client
        .sql(AWAITED)
        .param("posting", postingId)
        .query((row, number) -> new Row(MatchingRow.of(row, number), row.getLong("factsDigest")))
        .list();
  }

  int store(String postingId, long digest, Reason reason) {
    return client
        .sql(STORE)
        .param("text", reason.text())
        .param("source", reason.source().name())
        .param("language", reason.language().tag())
        .param("model", reason.model().orElse(null))
        .param("version", reason.version())
        .param("at", Timestamp.from(reason.at()))
        .param("posting", postingId)
        .param("digest", digest)
        .update();
  }

  int giveUp(String postingId, List<Long> digests) {
    return client
        .sql(GIVE_UP)
        .param("posting", postingId)
        .param("digests", digests.toArray(Long[]::new))
        .update();
  }

  int countAwaited(String postingId) {
    return client.sql(AWAITED_COUNT).param("posting", postingId).query(Integer.class).single();
  }

  /// Puts a template's text where a model's is.
  ///
  /// @return how many rows had one
  int replace(ReasonTexts.Key facts, Reason template) {
    return client
        .sql(REPLACE)
        .param("text", template.text())
        .param("language", template.language().tag())
        .param("version", template.version())
        .param("at", Timestamp.from(template.at()))
        .param("posting", facts.postingId())
        .param("digest", facts.digest())
        .update();
  }

  /// The digest of a row's facts; empty if it never had a reason.
  Optional<Long> digest(String id) {
    return client
        .sql("SELECT \"factsDigest\" FROM \"CandidateMatching\" WHERE id = :id")
        .param("id", id)
        .query((row, _) -> Optional.ofNullable(row.getObject(1, Long.class)))
        .single();
  }

  /// The run that changed a row last; empty if that was an update between runs.
  Optional<UUID> run(String id) {
    return client
        .sql("SELECT \"runId\" FROM \"CandidateMatching\" WHERE id = :id")
        .param("id", id)
        .query((row, _) -> Optional.ofNullable(row.getObject(1, UUID.class)))
        .single();
  }
}
