package dev.entente.server.matchings;

import dev.entente.matching.criteria.RunConditions;
import dev.entente.matching.profile.JobPosting;
import dev.entente.matching.ranking.Ranking;
import java.util.Optional;
import java.util.UUID;

/// A job posting that was ranked, and what it was ranked from.
///
/// @param posting as it was ranked
/// @param ranking its best matchings, among them those that were rejected
/// @param revision of the posting's document
/// @param conditions of all its scores
/// @param run that ranked it; empty between runs
public record RankedPosting(
    JobPosting posting,
    Ranking ranking,
    long revision,
    RunConditions conditions,
    Optional<UUID> run) {
  String postingId() {
    return ranking.posting().value();
  }
}
