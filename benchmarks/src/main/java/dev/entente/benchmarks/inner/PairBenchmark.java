package dev.entente.benchmarks.inner;

import dev.entente.benchmarks.pool.ModelPool;
import dev.entente.benchmarks.pool.ModelShape;
import dev.entente.benchmarks.pool.Pool;
import dev.entente.matching.criteria.Weights;
import dev.entente.matching.profile.CandidateFacts;
import dev.entente.matching.profile.JobPostingFacts;
import dev.entente.matching.ranking.Matching;
import dev.entente.matching.ranking.PairScorer;
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

/// What the facts of a candidate and the score of a pair take.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class PairBenchmark {
  private static final int CANDIDATES = 1_024;

  private final Pool pool = new ModelPool(1, ModelShape.WIDE);
  private final List<CandidateFacts> candidates =
      IntStream.range(0, CANDIDATES)
          .mapToObj(number -> CandidateFacts.of(pool.candidate(number)))
          .toList();
  private final PairScorer scorer =
      new PairScorer(JobPostingFacts.of(pool.posting(0)), Weights.DEFAULT, Pool.CONDITIONS);
  private int next;

  private CandidateFacts next() {
    next = (next + 1) % CANDIDATES;
    return candidates.get(next);
  }

  /// Eight criteria and their sum, as the plain ranker computes them.
  @Benchmark
  public Matching score() {
    return scorer.score(next());
  }

  /// Tokens, series and evidence of one candidate.
  @Benchmark
  public CandidateFacts facts() {
    return CandidateFacts.of(next().candidate());
  }
}
