package dev.entente.server.matchings;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.entente.documents.MatchingStatus;
import dev.entente.matching.criteria.Criteria;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A stored matching as callers see it.
///
/// @param matchScore points, two decimals; so are the three that follow
/// @param aiReason null until one is written
/// @param rank null where it has none
/// @param scores by criterion, hundredths of a point
/// @param explanation as JSON; null where it was not asked for, or would explain another number
public record MatchingAnswer(
    String id,
    BigDecimal matchScore,
    BigDecimal skillsMatch,
    BigDecimal domainMatch,
    BigDecimal experienceMatch,
    @Nullable String aiReason,
    MatchingStatus status,
    @Nullable Integer rank,
    Map<String, Integer> scores,
    @JsonRawValue @Schema(implementation = Object.class, ref = "#/components/schemas/Explanation")
        @Nullable String explanation,
    CandidateSummary candidate) {
  /// A list.
  ///
  /// @param total how many pass the filters, on all pages
  public record Page(boolean success, List<MatchingAnswer> matches, int total) {}

  static MatchingAnswer of(MatchingRow row, WrittenExplanations.Written written) {
    return new MatchingAnswer(
        row.id(),
        row.points().matchScore(),
        row.points().skills(),
        row.points().domains(),
        row.points().experience(),
        row.aiReason(),
        row.status(),
        row.rank(),
        Criteria.named(row.points().scores()),
        written.explanation(),
        written.candidate());
  }
}
