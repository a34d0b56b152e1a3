package dev.entente.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.benchmarks.measurement.Comparison;
import dev.entente.benchmarks.measurement.Loading;
import dev.entente.benchmarks.measurement.PeerKind;
import dev.entente.benchmarks.peers.Folders;
import dev.entente.benchmarks.peers.Peer;
import dev.entente.benchmarks.peers.PlainPeer;
import dev.entente.benchmarks.pool.ModelPool;
import dev.entente.benchmarks.pool.ModelShape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Every peer gives the very lists of the plain loop, or its times would mean nothing.
class PeersDatabaseTest {
  private static final int CANDIDATES = 3_000;
  private static final int POSTINGS = 40;
  private static final ModelShape NARROW = new ModelShape(6, 40, 400);

  @Test
  void listsAreThoseOfThePlainLoop() throws Exception {
    var loading = new Loading(new ModelPool(20_261_123, NARROW));
    List<Peer.Posting> postings = loading.postings(POSTINGS);
    Path folder = Folders.temporary("peers");
    List<Peer> peers = new ArrayList<>();
    List<String> differences = new ArrayList<>();
    try (var plain = new PlainPeer(postings)) {
      peers.add(plain);
      for (PeerKind kind : PeerKind.values()) {
        peers.add(kind.make(folder));
      }
      loading.load(CANDIDATES, peers);
      for (Peer peer : peers) {
        differences.addAll(new Comparison(plain).differences(peer, postings));
      }
    } finally {
      for (Peer peer : peers) {
        peer.close();
      }
      Folders.delete(folder);
    }

    assertThat(differences).isEmpty();
  }
}
