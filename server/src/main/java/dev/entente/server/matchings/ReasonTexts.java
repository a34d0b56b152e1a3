package dev.entente.server.matchings;

import dev.entente.server.reasons.Reason;
import dev.entente.server.reasons.ReasonLanguage;
import dev.entente.server.reasons.ReasonSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What models have written of facts, by posting and digest of the facts; changed under the lock of
/// the posting's ranking.
final class ReasonTexts {
  private static final String KNOWN =
      """
      SELECT job_posting_id, facts_digest, text, source, language, model, version, written_at
      FROM reason_text WHERE job_posting_id = ANY (:postings) AND facts_digest = ANY (:digests)
      """;
  private static final String KEEP =
      """
      INSERT INTO reason_text (job_posting_id, facts_digest, text, source, language, model, version,
          written_at)
      VALUES (:posting, :digest, :text, :source, :language, :model, :version, :at)
      ON CONFLICT (job_posting_id, facts_digest) DO NOTHING
      """;
  private static final String BAR =
      """
      INSERT INTO reason_text (job_posting_id, facts_digest, written_at)
      SELECT :posting, digest, :at FROM unnest(:digests::bigint[]) AS digest ORDER BY digest
      ON CONFLICT (job_posting_id, facts_digest) DO UPDATE SET text = NULL, source = NULL,
          language = NULL, model = NULL, version = NULL, written_at = excluded.written_at
      """;
  private static final String FORGET =
      """
      DELETE FROM reason_text AS old WHERE written_at < :before AND NOT EXISTS (
        SELECT FROM "CandidateMatching" WHERE "jobPostingId" = old.job_posting_id
          AND "factsDigest" = old.facts_digest)
      """;

  private final JdbcClient client;

  ReasonTexts(JdbcClient client) {
    this.client = client;
  }

  /// Facts of a posting.
  record Key(String postingId, long digest) {}

  /// What is known of facts: a text, or that there is to be none.
  Map<Key, Optional<Reason>> known(List<String> postingIds, Collection<Long> digests) {
    Map<Key, Optional<Reason>> known = new HashMap<>();
    client
        .sql(KNOWN)
        .param("postings", postingIds.toArray(String[]::new))
        .param("digests", digests.toArray(Long[]::new))
        .query(
            (RowCallbackHandler)
                row ->
                    known.put(
                        new Key(row.getString("job_posting_id"), row.getLong("facts_digest")),
                        reason(row)));
    return known;
  }

  private static Optional<Reason> reason(ResultSet row) throws SQLException {
    String text = row.getString("text");
    return text == null
        ? Optional.empty()
        : Optional.of(
            new Reason(
                text,
                ReasonSource.valueOf(row.getString("source")),
                ReasonLanguage.ofTag(row.getString("language")).orElseThrow(),
                Optional.of(row.getString("model")),
                row.getInt("version"),
                row.getTimestamp("written_at").toInstant()));
  }

  void keep(Key facts, Reason reason) {
    client
        .sql(KEEP)
        .param("posting", facts.postingId())
        .param("digest", facts.digest())
        .param("text", reason.text())
        .param("source", reason.source().name())
        .param("language", reason.language().tag())
        .param("model", reason.model().orElseThrow())
        .param("version", reason.version())
        .param("at", Timestamp.from(reason.at()))
        .update();
  }

  /// Keeps models from being asked about facts again.
  void bar(String postingId, List<Long> digests, Instant now) {
    client
        .sql(BAR)
        .param("posting", postingId)
        .param("digests", digests.toArray(Long[]::new))
        .param("at", Timestamp.from(now))
        .update();
  }

  /// Deletes what is older and of facts that no row has.
  void forget(Instant before) {
    client.sql(FORGET).param("before", Timestamp.from(before)).update();
  }
}
