package dev.entente.benchmarks.inner;

import dev.entente.benchmarks.columns.Run;
import dev.entente.benchmarks.pool.CandidateNumber;
import dev.entente.benchmarks.pool.ModelPool;
import dev.entente.benchmarks.pool.ModelShape;
import dev.entente.benchmarks.pool.Pool;
import dev.entente.matching.criteria.Weights;
import dev.entente.matching.index.CandidateIndex;
import dev.entente.matching.index.CandidateRecords;
import dev.entente.matching.index.PostingsBySkill;
import dev.entente.matching.index.PreparedPosting;
import dev.entente.matching.index.RecordFormat;
import dev.entente.matching.numbers.GrowingTerms;
import dev.entente.matching.numbers.Terms;
import dev.entente.matching.profile.CandidateFacts;
import dev.entente.matching.profile.JobPostingFacts;
import dev.entente.matching.ranking.Ranking;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What the index takes: to be built of 100,000 candidates, to rank a posting of them, and to score
/// one of their records.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class IndexBenchmark {
  private static final int CANDIDATES = 100_000;
  private static final int POSTINGS = 256;

  private final Terms terms = new GrowingTerms();
  private final List<PreparedPosting> postings;
  private final PostingsBySkill firstPosting;
  private final List<byte[]> eligible = new ArrayList<>();
  private final CandidateRecords records;
  private final CandidateIndex index;
  private int next;
  private long total;

  /// Invents all candidates and postings, which takes some seconds.
  public IndexBenchmark() {
    Pool pool = new ModelPool(1, ModelShape.WIDE);
    postings = IntStream.range(0, POSTINGS).mapToObj(number -> prepare(pool, number)).toList();
    firstPosting = new PostingsBySkill(postings.subList(0, 1));
    var builder = new CandidateRecords.Builder();
    for (int number = 0; number < CANDIDATES; number++) {
      byte[] record = RecordFormat.write(CandidateFacts.of(pool.candidate(number)), terms);
      builder.add(CandidateNumber.id(number).value(), record);
      firstPosting.forEachTotal(record, (_, _) -> eligible.add(record));
    }
    records = CandidateRecords.of(List.of(builder));
    index = CandidateIndex.of(records, Pool.CONDITIONS);
  }

  private PreparedPosting prepare(Pool pool, int number) {
    return new PreparedPosting(
        JobPostingFacts.of(pool.posting(number)), Weights.DEFAULT, terms, Pool.CONDITIONS);
  }

  /// The ranks of all domains and the census, on all processors.
  @Benchmark
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  public CandidateIndex build() {
    return CandidateIndex.of(records, Pool.CONDITIONS);
  }

  /// The list of one posting, on one thread; another one each time.
  @Benchmark
  @OutputTimeUnit(TimeUnit.MICROSECONDS)
  public Ranking rank() {
    next = (next + 1) % POSTINGS;
    return index.rank(postings.get(next), Run.TOP);
  }

  /// The total of an eligible pair from the candidate's record, with looking whether it is
  /// eligible, as a change is weighed.
  @Benchmark
  @OutputTimeUnit(TimeUnit.NANOSECONDS)
  public long total() {
    next = (next + 1) % eligible.size();
    firstPosting.forEachTotal(eligible.get(next), (_, exact) -> total = exact);
    return total;
  }
}
