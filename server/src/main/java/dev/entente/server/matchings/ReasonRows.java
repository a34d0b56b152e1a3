package dev.entente.server.matchings;

import dev.entente.server.reasons.Reason;
import dev.entente.server.reasons.ReasonLanguage;
import dev.entente.server.reasons.template.TemplateReasons;
import java.sql.Timestamp;
import java.time.Instant;
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
  private static final String REUSE =
      """
      UPDATE "CandidateMatching" AS row SET "aiReason" = other."aiReason",
          "aiReasonSource" = other."aiReasonSource", "aiReasonLanguage" = other."aiReasonLanguage",
          "aiReasonModel" = other."aiReasonModel", "aiReasonVersion" = other."aiReasonVersion",
          "aiReasonAt" = other."aiReasonAt", "aiReasonAwaited" = false, "updatedAt" = :now
      FROM (
        SELECT DISTINCT ON ("factsDigest") * FROM "CandidateMatching"
        WHERE "jobPostingId" = :posting AND "aiReasonSource" <> 'TEMPLATE'
        ORDER BY "factsDigest", id) AS other
      WHERE row."jobPostingId" = :posting AND row."aiReasonAwaited"
        AND row."factsDigest" = other."factsDigest"
      """;
  private static final String STORE =
      """
      UPDATE "CandidateMatching" SET "aiReason" = :text, "aiReasonSource" = :source,
          "aiReasonLanguage" = :language, "aiReasonModel" = :model, "aiReasonVersion" = :version,
          "aiReasonAt" = :at, "aiReasonAwaited" = false, "updatedAt" = :at
      WHERE "jobPostingId" = :posting AND "factsDigest" = :digest AND "aiReasonAwaited"
      """;
  private static final String GIVE_UP_ALL =
      """
      UPDATE "CandidateMatching" SET "aiReasonAwaited" = false
      WHERE "jobPostingId" = :posting AND "aiReasonAwaited"
      """;
  private static final String GIVE_UP = GIVE_UP_ALL + " AND \"factsDigest\" = ANY (:digests)";
  private static final String REPLACE =
      """
      UPDATE "CandidateMatching" SET "aiReason" = :text, "aiReasonSource" = 'TEMPLATE',
          "aiReasonLanguage" = :language, "aiReasonModel" = NULL, "aiReasonVersion" = :version,
          "aiReasonAt" = :at, "aiReasonAwaited" = false, "updatedAt" = :at
      WHERE id = :id AND "aiReasonSource" <> 'TEMPLATE'
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

  int reuse(String postingId, Instant now) {
    return client.sql(REUSE).param("posting", postingId).param("now", Timestamp.from(now)).update();
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

  int giveUpAll(String postingId) {
    return client.sql(GIVE_UP_ALL).param("posting", postingId).update();
  }

  /// Puts a template's text where a model's is.
  ///
  /// @return whether there was one
  boolean replace(String id, String text, ReasonLanguage language, Instant at) {
    return client
            .sql(REPLACE)
            .param("text", text)
            .param("language", language.tag())
            .param("version", TemplateReasons.VERSION)
            .param("at", Timestamp.from(at))
            .param("id", id)
            .update()
        > 0;
  }

  /// The run that changed a row last.
  Optional<UUID> run(String id) {
    return client
        .sql("SELECT \"runId\" FROM \"CandidateMatching\" WHERE id = :id AND \"runId\" IS NOT NULL")
        .param("id", id)
        .query(UUID.class)
        .optional();
  }
}
