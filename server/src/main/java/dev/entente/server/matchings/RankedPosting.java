package dev.entente.server.matchings;

import dev.entente.matching.criteria.RunConditions;
import dev.entente.matching.ranking.Ranking;

/// A job posting that was ranked, and what it was ranked from.
///
/// @param ranking its best matchings, with at least [MatchingWriter#RESERVE] beyond the places that
///   there are, so that some may fall out before it is written
/// @param revision of the posting's document
/// @param position of what was read: the higher, the newer
/// @param conditions of all its scores
public record RankedPosting(
    Ranking ranking, long revision, long position, RunConditions conditions) {
  String postingId() {
    return ranking.posting().value();
  }
}
