package dev.entente.server.matchings;

import dev.entente.documents.MatchingStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What is stored of one candidate and one posting.
@Component
public class PairRows {
  private static final String FIND =
      """
      SELECT id, listed, status, "statusBy", "statusAt" FROM "CandidateMatching"
      WHERE "jobPostingId" = :posting AND "candidateId" = :candidate
      """;

  /// The row of a pair.
  ///
  /// @param matchingId its id
  /// @param isListed whether it has a rank
  /// @param by who moved its status last; null if nobody has
  /// @param at when; likewise
  public record PairRow(
      String matchingId,
      boolean isListed,
      MatchingStatus status,
      @Nullable String by,
      @Nullable Instant at) {
    private static PairRow of(ResultSet row, int number) throws SQLException {
      Timestamp at = row.getTimestamp("statusAt");
      return new PairRow(
          row.getString("id"),
          row.getBoolean("listed"),
          MatchingStatus.valueOf(row.getString("status")),
          row.getString("statusBy"),
          at == null ? null : at.toInstant());
    }
  }

  private final JdbcClient client;

  PairRows(JdbcClient client) {
    this.client = client;
  }

  /// The row of a pair; empty if there is none.
  public Optional<PairRow> find(String postingId, String candidateId) {
    return client
        .sql(FIND)
        .param("posting", postingId)
        .param("candidate", candidateId)
        .query(PairRow::of)
        .optional();
  }
}
