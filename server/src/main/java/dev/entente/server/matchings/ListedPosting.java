package dev.entente.server.matchings;

import dev.entente.matching.ranking.Matching;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A posting that was ranked, and the matchings that take its places.
///
/// @param matchings best first, at most [MatchingWriter#PLACES], none of them rejected
record ListedPosting(RankedPosting ranked, List<Matching> matchings) {
  /// @param rejected candidates whom a recruiter rejected: they take no place
  static ListedPosting of(RankedPosting ranked, Set<String> rejected) {
    return new ListedPosting(
        ranked,
        ranked.ranking().matchings().stream()
            .filter(matching -> !rejected.contains(matching.candidate().value()))
            .limit(MatchingWriter.PLACES)
            .toList());
  }

  String postingId() {
    return ranked.postingId();
  }

  /// The last total, if all places are taken.
  Optional<Integer> leastTotal() {
    return matchings.size() < MatchingWriter.PLACES
        ? Optional.empty()
        : Optional.of(Math.toIntExact(matchings.getLast().total()));
  }
}
