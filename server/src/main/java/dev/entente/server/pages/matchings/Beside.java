package dev.entente.server.pages.matchings;

import dev.entente.server.matchings.Neighbours;
import dev.entente.server.matchings.Neighbours.Neighbour;
import dev.entente.server.pages.wording.Wording;
import org.jspecify.annotations.Nullable;

/// Where the page of a matching leads on to in the list.
///
/// @param before null for the first, and for one without a rank
/// @param behind null for the last, likewise
record Beside(@Nullable Step before, @Nullable Step behind) {
  /// One step along the list.
  ///
  /// @param id of the matching
  /// @param name of the candidate, or the candidate's id
  record Step(String id, int rank, String name) {
    private static Step of(Neighbour neighbour, Wording wording) {
      return new Step(
          neighbour.matchingId(),
          neighbour.rank(),
          CandidateLine.name(neighbour.candidate(), wording));
    }
  }

  static Beside of(Neighbours.Pair pair, Wording wording) {
    return new Beside(
        pair.before().map(one -> Step.of(one, wording)).orElse(null),
        pair.behind().map(one -> Step.of(one, wording)).orElse(null));
  }
}
