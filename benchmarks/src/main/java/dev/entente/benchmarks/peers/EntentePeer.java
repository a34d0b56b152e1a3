package dev.entente.benchmarks.peers;

import dev.entente.benchmarks.columns.Run;
import dev.entente.benchmarks.pool.CandidateNumber;
import dev.entente.benchmarks.pool.Pool;
import dev.entente.matching.criteria.Criteria;
import dev.entente.matching.criteria.Weights;
import dev.entente.matching.index.CandidateIndex;
import dev.entente.matching.index.CandidateRecords;
import dev.entente.matching.index.PreparedPosting;
import dev.entente.matching.index.RecordFormat;
import dev.entente.matching.numbers.GrowingTerms;
import dev.entente.matching.numbers.Terms;
import dev.entente.matching.ranking.Ranking;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The product's own index over records of candidates, as the service keeps it.
public final class EntentePeer implements Peer {
  private final Terms terms = new GrowingTerms();
  private final CandidateRecords.Builder records = new CandidateRecords.Builder();
  private @Nullable CandidateIndex index;
  private long bytes = -bytesInUse();

  /// Starts without candidates.
  public EntentePeer() {}

  @Override
  public String name() {
    return "Entente";
  }

  @Override
  public String version() {
    return "this engine, criteria of version " + Criteria.VERSION;
  }

  @Override
  public void add(List<Candidate> candidates) {
    for (Candidate candidate : candidates) {
      records.add(
          candidate.facts().candidate().id().value(), RecordFormat.write(candidate.facts(), terms));
    }
  }

  @Override
  public void finish() {
    index = CandidateIndex.of(CandidateRecords.of(List.of(records)), Pool.CONDITIONS);
    bytes += bytesInUse();
  }

  // What lives after a collection. The other peers keep their data outside of the heap, so that
  // what
  // was added since is this peer's, and what others keep while they load: it is exact when measured
  // alone.
  private static long bytesInUse() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  @Override
  public List<Place> rank(Posting posting) {
    var prepared = new PreparedPosting(posting.facts(), Weights.DEFAULT, terms, Pool.CONDITIONS);
    Ranking ranking = Objects.requireNonNull(index).rank(prepared, Run.TOP);
    return ranking.matchings().stream()
        .map(matching -> new Place(CandidateNumber.of(matching.candidate()), matching.total()))
        .toList();
  }

  @Override
  public long bytes() {
    return bytes;
  }

  @Override
  public void close() {}
}
