package dev.entente.server.matchings;

import static java.util.stream.Collectors.toSet;

import dev.entente.matching.ranking.Matching;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A posting that was ranked, and the matchings that take its places.
///
/// @param before the list that it replaces
/// @param matchings best first, at most [MatchingWriter#PLACES], none of them rejected
record ListedPosting(RankedPosting ranked, ListBefore before, List<Matching> matchings) {
  static ListedPosting of(RankedPosting ranked, ListBefore before) {
    return new ListedPosting(
        ranked,
        before,
        ranked.ranking().matchings().stream()
            .filter(matching -> !before.rejected().contains(matching.candidate().value()))
            .limit(MatchingWriter.PLACES)
            .toList());
  }

  String postingId() {
    return ranked.postingId();
  }

  /// Tells whether somebody is listed who loses the place.
  ///
  /// @param known the stored rows, by posting and candidate
  boolean leavesOut(Map<String, Map<String, KnownRow>> known) {
    Set<String> listed =
        matchings.stream().map(matching -> matching.candidate().value()).collect(toSet());
    return known.getOrDefault(postingId(), Map.of()).values().stream()
        .anyMatch(row -> row.isListed() && !listed.contains(row.candidateId()));
  }

  /// The last total, if all places are taken.
  Optional<Integer> leastTotal() {
    return matchings.size() < MatchingWriter.PLACES
        ? Optional.empty()
        : Optional.of(Math.toIntExact(matchings.getLast().total()));
  }
}
