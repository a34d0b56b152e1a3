package dev.entente.benchmarks.measurement;

import dev.entente.benchmarks.columns.CandidateColumns;
import dev.entente.benchmarks.columns.Numbering;
import dev.entente.benchmarks.columns.PostingColumns;
import dev.entente.benchmarks.peers.Peer;
import dev.entente.benchmarks.pool.Pool;
import dev.entente.matching.profile.CandidateFacts;
import dev.entente.matching.profile.JobPostingFacts;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Makes candidates once, a batch at a time on all processors, and hands them to all peers. Not
/// thread-safe.
public final class Loading {
  private static final int BATCH = 4_096;

  private final Pool pool;
  private final Numbering numbering = new Numbering();
  private final Map<Peer, Long> nanos = new LinkedHashMap<>();

  public Loading(Pool pool) {
    this.pool = pool;
  }

  /// The first postings of the pool.
  public List<Peer.Posting> postings(int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> JobPostingFacts.of(pool.posting(number)))
        .map(facts -> new Peer.Posting(facts, PostingColumns.of(facts, numbering)))
        .toList();
  }

  /// Hands the first candidates of the pool to all peers.
  public void load(int candidates, List<Peer> peers) throws IOException, SQLException {
    for (int from = 0; from < candidates; from += BATCH) {
      List<Peer.Candidate> batch =
          IntStream.range(from, Math.min(candidates, from + BATCH))
              .parallel()
              .mapToObj(this::candidate)
              .toList();
      for (Peer peer : peers) {
        timed(peer, () -> peer.add(batch));
      }
    }
    for (Peer peer : peers) {
      timed(peer, peer::finish);
    }
  }

  private Peer.Candidate candidate(int number) {
    CandidateFacts facts = CandidateFacts.of(pool.candidate(number));
    return new Peer.Candidate(facts, CandidateColumns.of(facts, numbering, Pool.CONDITIONS));
  }

  @FunctionalInterface
  private interface Step {
    void run() throws IOException, SQLException;
  }

  private void timed(Peer peer, Step step) throws IOException, SQLException {
    long start = System.nanoTime();
    step.run();
    nanos.merge(peer, System.nanoTime() - start, Long::sum);
  }

  /// How long a peer took to take everything in; making the candidates is not in it.
  public Duration time(Peer peer) {
    return Duration.ofNanos(nanos.getOrDefault(peer, 0L));
  }
}
