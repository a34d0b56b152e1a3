package dev.entente.benchmarks.peers;

import dev.entente.benchmarks.columns.Run;
import dev.entente.benchmarks.pool.CandidateNumber;
import dev.entente.benchmarks.pool.Pool;
import dev.entente.matching.criteria.Weights;
import dev.entente.matching.ranking.PlainRanker;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The plain loop over all candidates: what all other peers must agree with.
///
/// It ranks while the candidates stream by, so that they need not be kept; hence it knows its
/// postings beforehand.
public final class PlainPeer implements Peer {
  private final Map<Posting, PlainRanker> rankers = new LinkedHashMap<>();
  private long nanos;

  /// @param postings all that it will be asked about
  public PlainPeer(List<Posting> postings) {
    for (Posting posting : postings) {
      rankers.put(
          posting, new PlainRanker(posting.facts(), Weights.DEFAULT, Pool.CONDITIONS, Run.TOP));
    }
  }

  @Override
  public String name() {
    return "plain loop";
  }

  @Override
  public String version() {
    return "one thread";
  }

  @Override
  public void add(List<Candidate> candidates) {
    long start = System.nanoTime();
    for (PlainRanker ranker : rankers.values()) {
      candidates.forEach(candidate -> ranker.offer(candidate.facts()));
    }
    nanos += System.nanoTime() - start;
  }

  @Override
  public void finish() {}

  @Override
  public List<Place> rank(Posting posting) {
    return Objects.requireNonNull(rankers.get(posting)).ranking().matchings().stream()
        .map(matching -> new Place(CandidateNumber.of(matching.candidate()), matching.total()))
        .toList();
  }

  /// How long all of its rankings took, for one posting.
  public double secondsOfPosting() {
    return nanos / 1e9 / rankers.size();
  }

  @Override
  public long bytes() {
    return 0;
  }

  @Override
  public void close() {}
}
