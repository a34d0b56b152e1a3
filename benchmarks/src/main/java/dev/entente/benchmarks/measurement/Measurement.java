package dev.entente.benchmarks.measurement;

import dev.entente.benchmarks.peers.Peer;
import dev.entente.benchmarks.peers.PlainPeer;
import dev.entente.benchmarks.pool.Pool;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// One number of candidates, all peers side by side: the same data, the same postings, loaded
/// together, compared, and timed in an order that changes every round. Not thread-safe.
public final class Measurement {
  private final Plan plan;
  private final Loading loading;
  private final List<Contender> contenders;
  private final Map<Peer, Pass> cold = new LinkedHashMap<>();
  private final Map<Peer, List<Pass>> warm = new LinkedHashMap<>();

  /// @param contenders with empty peers, closed by whoever made them
  public Measurement(Plan plan, Pool pool, List<Contender> contenders) {
    this.plan = plan;
    this.contenders = List.copyOf(contenders);
    loading = new Loading(pool);
  }

  /// What was found.
  ///
  /// @param candidates how many there were
  /// @param plainMillis what the plain loop took for a posting, on one thread
  /// @param checked how many lists of each peer were compared
  /// @param differences what was not equal, in words
  record Outcome(
      int candidates,
      double plainMillis,
      int checked,
      List<String> differences,
      List<PeerTimes> times) {}

  /// Loads, times cold, compares, times warm.
  Outcome run() throws IOException, SQLException, InterruptedException {
    List<Peer.Posting> postings =
        loading.postings(contenders.stream().mapToInt(Contender::postings).max().orElseThrow());
    List<Peer.Posting> checked = postings.subList(0, Math.min(plan.checked(), postings.size()));
    try (var plain = new PlainPeer(checked)) {
      List<Peer> all = new ArrayList<>(List.of(plain));
      contenders.forEach(contender -> all.add(contender.peer()));
      loading.load(plan.candidates(), all);
      for (Contender contender : contenders) {
        cold.put(contender.peer(), pass(contender, postings));
      }
      List<String> differences = differences(plain, checked);
      for (int round = 0; round < plan.rounds(); round++) {
        timeWarm(round, postings);
      }
      return new Outcome(
          plan.candidates(),
          plain.secondsOfPosting() * 1_000,
          checked.size(),
          differences,
          times());
    }
  }

  private List<String> differences(Peer plain, List<Peer.Posting> checked)
      throws IOException, SQLException {
    List<String> differences = new ArrayList<>();
    for (Contender contender : contenders) {
      differences.addAll(new Comparison(plain).differences(contender.peer(), checked));
    }
    return differences;
  }

  private void timeWarm(int round, List<Peer.Posting> postings) throws InterruptedException {
    List<Contender> order = new ArrayList<>(contenders);
    Collections.rotate(order, round);
    for (Contender contender : order) {
      warm.computeIfAbsent(contender.peer(), _ -> new ArrayList<>()).add(pass(contender, postings));
    }
  }

  private Pass pass(Contender contender, List<Peer.Posting> postings) throws InterruptedException {
    return Pass.of(contender.peer(), contender.of(postings), plan.threads(), plan.longest());
  }

  private List<PeerTimes> times() throws IOException, SQLException {
    List<PeerTimes> times = new ArrayList<>();
    for (Contender contender : contenders) {
      Peer peer = contender.peer();
      times.add(
          new PeerTimes(
              peer.name(),
              loading.time(peer).toMillis() / 1_000.0,
              peer.bytes() / plan.candidates(),
              Objects.requireNonNull(cold.get(peer)),
              warm.getOrDefault(peer, List.of())));
    }
    return times;
  }
}
