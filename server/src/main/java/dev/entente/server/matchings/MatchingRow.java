package dev.entente.server.matchings;

import dev.entente.documents.MatchingStatus;
import dev.entente.matching.criteria.Calibration;
import dev.entente.matching.criteria.RunConditions;
import dev.entente.server.reasons.Reason;
import dev.entente.server.reasons.ReasonLanguage;
import dev.entente.server.reasons.ReasonSource;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A stored matching with the conditions of its score.
///
/// @param reason empty until its list is ranked for the first time since reasons are written
/// @param candidateRevision of the candidate's document
record MatchingRow(
    String id,
    String postingId,
    String candidateId,
    Points points,
    @Nullable Integer rank,
    Optional<Reason> reason,
    MatchingStatus status,
    RunConditions conditions,
    long candidateRevision) {
  private static final int DECIMALS = 2;

  /// All numbers of the score.
  record Points(
      BigDecimal matchScore,
      BigDecimal skills,
      BigDecimal domains,
      BigDecimal experience,
      long total,
      int confidence,
      List<Integer> scores) {}

  static MatchingRow of(ResultSet row, int number) throws SQLException {
    return new MatchingRow(
        row.getString("id"),
        row.getString("jobPostingId"),
        row.getString("candidateId"),
        new Points(
            points(row, "matchScore"),
            points(row, "skillsMatch"),
            points(row, "domainMatch"),
            points(row, "experienceMatch"),
            row.getLong("total"),
            row.getInt("confidence"),
            List.of((Integer[]) row.getArray("scores").getArray())),
        row.getObject("rank", Integer.class),
        reason(row),
        MatchingStatus.valueOf(row.getString("status")),
        new RunConditions(
            row.getTimestamp("as_of").toInstant(),
            new Calibration(row.getInt("feedback_mean"), row.getInt("training_mean"))),
        row.getLong("revision"));
  }

  private static Optional<Reason> reason(ResultSet row) throws SQLException {
    String text = row.getString("aiReason");
    return text == null
        ? Optional.empty()
        : Optional.of(
            new Reason(
                text,
                ReasonSource.valueOf(row.getString("aiReasonSource")),
                ReasonLanguage.ofTag(row.getString("aiReasonLanguage")).orElseThrow(),
                Optional.ofNullable(row.getString("aiReasonModel")),
                row.getInt("aiReasonVersion"),
                row.getTimestamp("aiReasonAt").toInstant()));
  }

  private static BigDecimal points(ResultSet row, String column) throws SQLException {
    return row.getBigDecimal(column).setScale(DECIMALS);
  }
}
