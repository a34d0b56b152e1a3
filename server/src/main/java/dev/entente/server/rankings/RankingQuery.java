package dev.entente.server.rankings;

import dev.entente.matching.profile.Ids;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/// Which part of a ranking is asked for.
///
/// @param jobPostingId whose
/// @param offset how many to pass over, 0 where absent
/// @param limit most matchings, 50 where absent
record RankingQuery(
    @NotNull @Pattern(regexp = Ids.REGEX) String jobPostingId,
    @Min(0) @Max(100_000) Integer offset,
    @Min(1) @Max(1000) Integer limit) {
  private static final int LIMIT = 50;

  RankingQuery {
    offset = offset == null ? Integer.valueOf(0) : offset;
    limit = limit == null ? Integer.valueOf(LIMIT) : limit;
  }
}
