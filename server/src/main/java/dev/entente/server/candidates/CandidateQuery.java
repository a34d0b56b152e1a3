package dev.entente.server.candidates;

import dev.entente.documents.WorkMode;
import dev.entente.matching.profile.Ids;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// Which candidates a page shows.
///
/// @param after the id behind which it begins
/// @param limit most documents, 100 where absent
/// @param location as in the document, in any case
/// @param workMode one they would work in
/// @param language one they speak; `fr` finds `fr-CA` too
record CandidateQuery(
    @Nullable @Pattern(regexp = Ids.REGEX) String after,
    @Min(1) @Max(1000) Integer limit,
    @Nullable @Size(max = 200) String location,
    @Nullable WorkMode workMode,
    @Nullable @Size(max = 35) String language) {
  private static final int LIMIT = 100;

  CandidateQuery {
    limit = limit == null ? Integer.valueOf(LIMIT) : limit;
  }
}
