package dev.entente.server.matchings;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.entente.documents.MatchingStatus;
import dev.entente.matching.criteria.Criteria;
import dev.entente.server.reasons.Reason;
import dev.entente.server.reasons.ReasonSource;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A stored matching as callers see it.
///
/// @param matchScore points, two decimals; so are the three that follow
/// @param aiReason two or three sentences; null until the list is ranked for the first time since
///   there are reasons
/// @param aiReasonSource `TEMPLATE`, or the kind of model that wrote it: such a text is labelled as
///   written by an AI wherever it is shown
/// @param aiReasonLanguage `fr` or `en`
/// @param aiReasonModel null for a template
/// @param aiReasonAt when it was written
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
    @Nullable ReasonSource aiReasonSource,
    @Nullable String aiReasonLanguage,
    @Nullable String aiReasonModel,
    @Nullable Instant aiReasonAt,
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
        row.reason().map(Reason::text).orElse(null),
        row.reason().map(Reason::source).orElse(null),
        row.reason().map(one -> one.language().tag()).orElse(null),
        row.reason().flatMap(Reason::model).orElse(null),
        row.reason().map(Reason::at).orElse(null),
        row.status(),
        row.rank(),
        Criteria.named(row.points().scores()),
        written.explanation(),
        written.candidate());
  }
}
