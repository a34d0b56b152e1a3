package dev.entente.benchmarks.measurement;

import dev.entente.benchmarks.peers.Peer;
import java.util.List;

/// A peer in a measurement.
///
/// @param postings most that it ranks in a pass: a slow one is scaled from fewer
public record Contender(Peer peer, int postings) {
  /// Its share of the postings.
  List<Peer.Posting> of(List<Peer.Posting> all) {
    return all.subList(0, Math.min(postings, all.size()));
  }
}
