package dev.entente.server.matchings;

import dev.entente.documents.MatchingStatus;
import dev.entente.documents.WorkMode;
import dev.entente.matching.profile.Ids;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which stored matchings of one job posting are asked for.
///
/// @param jobPostingId whose list
/// @param limit most matchings, 50 where absent
/// @param offset how many to pass over
/// @param status only these; where absent, those that have a rank
/// @param minScore least match score, in points
/// @param location of the candidate, in any case
/// @param workMode one the candidate would work in
/// @param language one the candidate speaks; `fr` finds `fr-CA` too
/// @param explain whether explanations are given; absent is true
/// @param includeInactive whether the list of an inactive posting is served; absent is false
public record MatchingQuery(
    @NotNull @Pattern(regexp = Ids.REGEX) String jobPostingId,
    @Min(1) @Max(100) Integer limit,
    @Min(0) @Max(100_000) Integer offset,
    @Nullable List<@NotNull MatchingStatus> status,
    @DecimalMin("0") @DecimalMax("100") @Nullable Double minScore,
    @Nullable @Size(max = 200) String location,
    @Nullable WorkMode workMode,
    @Nullable @Size(max = 35) String language,
    @Nullable Boolean explain,
    @Nullable Boolean includeInactive) {
  /// The whole ranked list of a posting, explained.
  public static MatchingQuery of(String jobPostingId) {
    return new MatchingQuery(
        jobPostingId, MatchingWriter.PLACES, 0, null, null, null, null, null, true, true);
  }

  public MatchingQuery {
    limit = limit == null ? Integer.valueOf(MatchingWriter.PLACES) : limit;
    offset = offset == null ? Integer.valueOf(0) : offset;
    explain = explain == null || explain;
    includeInactive = includeInactive != null && includeInactive;
  }
}
