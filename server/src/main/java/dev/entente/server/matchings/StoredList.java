package dev.entente.server.matchings;

import dev.entente.server.postings.StoredPosting;
import java.util.List;

/// All stored matchings of a job posting as they were at one instant.
///
/// @param ranked best first
/// @param unranked those a recruiter has decided about and that left the list or were rejected, the
///   latest decision first; at most [#MOST_UNRANKED]
public record StoredList(
    StoredPosting posting,
    ListSummary summary,
    List<ExplainedMatching> ranked,
    List<ExplainedMatching> unranked) {
  /// Most matchings without a rank that are listed.
  public static final int MOST_UNRANKED = 200;
}
