package dev.entente.matching.ranking;

import dev.entente.matching.eligibility.Eligibility;
import dev.entente.matching.profile.JobPostingId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The best matchings of one job posting, and how many candidates there were to choose from.
///
/// @param posting whose
/// @param matchings best first, at most as many as were asked for; copied
/// @param eligible candidates that could be ranked
/// @param ineligible how often each reason excluded a candidate (one may have several); reasons
///   that never occurred are absent; copied, in the order of [Eligibility.Reason]
public record Ranking(
    JobPostingId posting,
    List<Matching> matchings,
    int eligible,
    Map<Eligibility.Reason, Integer> ineligible) {
  public Ranking {
    matchings = List.copyOf(matchings);
    ineligible = Collections.unmodifiableMap(new TreeMap<>(ineligible));
  }
}
