package dev.entente.server.postings;

import dev.entente.documents.WorkMode;
import dev.entente.matching.profile.Ids;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// Which job postings a page shows.
///
/// @param after the id behind which it begins
/// @param limit most documents, 100 where absent
/// @param active only active ones, or only others
/// @param companyId whose
/// @param location as in the document, in any case
/// @param workMode where the work is done
/// @param contractType as in the document, in any case
record PostingQuery(
    @Nullable @Pattern(regexp = Ids.REGEX) String after,
    @Min(1) @Max(1000) Integer limit,
    @Nullable Boolean active,
    @Nullable @Pattern(regexp = Ids.REGEX) String companyId,
    @Nullable @Size(max = 200) String location,
    @Nullable WorkMode workMode,
    @Nullable @Size(max = 200) String contractType) {
  private static final int LIMIT = 100;

  PostingQuery {
    limit = limit == null ? Integer.valueOf(LIMIT) : limit;
  }
}
