package dev.entente.server.live;

import dev.entente.matching.eligibility.Eligibility;
import java.util.List;
import java.util.Map;

/// How a candidate does with all active postings.
///
/// @param postings how many there are
/// @param eligible how many the candidate could be ranked for
/// @param ineligible how often each gate failed; one posting may have several
/// @param nearest full lists that the candidate does not reach, the smallest shortfall first
/// @param missed how many such lists there are
/// @param waiting how many lists are about to be ranked again, so that nothing can be said of them
public record Outlook(
    int postings,
    int eligible,
    Map<Eligibility.Reason, Integer> ineligible,
    List<NearMiss> nearest,
    int missed,
    int waiting) {
  /// A list that a candidate does not reach.
  ///
  /// @param title of the posting
  public record NearMiss(String postingId, String title, Shortfall shortfall) {}
}
