package dev.entente.benchmarks.measurement;

import dev.entente.benchmarks.peers.Peer;
import dev.entente.benchmarks.peers.Place;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether peers give the very lists of the one that is asked: place by place, candidate and total.
public final class Comparison {
  private final Peer asked;

  /// @param asked whose lists are right
  public Comparison(Peer asked) {
    this.asked = asked;
  }

  /// The first difference of each posting, in words; empty if there is none.
  public List<String> differences(Peer peer, List<Peer.Posting> postings)
      throws IOException, SQLException {
    List<String> differences = new ArrayList<>();
    for (Peer.Posting posting : postings) {
      difference(asked.rank(posting), peer.rank(posting))
          .map(
              words ->
                  "%s, %s: %s"
                      .formatted(peer.name(), posting.facts().posting().id().value(), words))
          .ifPresent(differences::add);
    }
    return differences;
  }

  private static Optional<String> difference(List<Place> right, List<Place> given) {
    for (int i = 0; i < Math.max(right.size(), given.size()); i++) {
      Optional<Place> expected = at(right, i);
      Optional<Place> got = at(given, i);
      if (!expected.equals(got)) {
        return Optional.of(
            "place %d should be %s, got: %s".formatted(i + 1, words(expected), words(got)));
      }
    }
    return Optional.empty();
  }

  private static Optional<Place> at(List<Place> places, int index) {
    return index < places.size() ? Optional.of(places.get(index)) : Optional.empty();
  }

  private static String words(Optional<Place> place) {
    return place.map(Place::toString).orElse("empty");
  }
}
