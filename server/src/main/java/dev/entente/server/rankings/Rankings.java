package dev.entente.server.rankings;

import dev.entente.documents.PostingDocument;
import dev.entente.matching.criteria.RunConditions;
import dev.entente.matching.index.CandidateIndex;
import dev.entente.matching.index.PreparedPosting;
import dev.entente.matching.index.RankingBatch;
import dev.entente.matching.ranking.Ranking;
import dev.entente.server.matchings.MatchingWriter;
import dev.entente.server.matchings.RankedPosting;
import dev.entente.server.postings.StoredPosting;
import dev.entente.server.runs.StandingConditions;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import org.springframework.stereotype.Component;

/// Ranks stored job postings over all stored candidates.
@Component
public class Rankings {
  // A place takes some hundred bytes until it is answered.
  private static final int DEEP = 1_000;
  private static final int MOST_DEEP = 2;

  // A quarter of a point. From one ranking to the next the last total of a list seldom falls by
  // more: a step of the calibration, or a candidate who leaves, takes less.
  private static final int USUAL_FALL = 250_000;

  private final CandidatePool pool;
  private final Preparation preparation;
  private final StandingConditions standing;
  private final InstantSource clock;
  private final LongSupplier nanoTime;
  private final Semaphore deep = new Semaphore(MOST_DEEP, true);

  Rankings(
      CandidatePool pool,
      Preparation preparation,
      StandingConditions standing,
      InstantSource clock,
      LongSupplier nanoTime) {
    this.pool = pool;
    this.preparation = preparation;
    this.standing = standing;
    this.clock = clock;
    this.nanoTime = nanoTime;
  }

  /// Whoever has a run's postings ranked, and wants to know how it goes.
  public interface Watch {
    /// Watches nothing.
    Watch NOBODY = new Watch() {};

    /// Called while the lists are locked; throws if they are not to be written any more.
    default void requireGoing() {}

    /// Candidates are ready.
    default void loaded(int candidates, long nanos) {}

    /// Who is eligible was counted, for all postings.
    default void counted(long nanos) {}

    /// A posting was ranked.
    default void ranked(Ranking ranking, long nanos) {}
  }

  /// A ranking computed on request.
  record Computed(Ranking ranking, RunConditions conditions) {}

  /// Ranks a posting under the conditions that hold for all lists.
  ///
  /// @param places most matchings
  /// @throws UnreadableDocumentException if the stored document breaks today's rules
  Computed rank(StoredPosting posting, int places) {
    RunConditions conditions = standing.at(clock.instant());
    var prepared = preparation.prepare(List.of(posting), conditions);
    RuntimeException failure = prepared.failures().get(posting.id());
    if (failure != null) {
      throw failure;
    }
    PreparedPosting ready = prepared.postings().values().iterator().next();
    return new Computed(rank(pool.upToDate(conditions), ready, places), conditions);
  }

  /// Ranks a posting that is not stored, or not like this, under the conditions that hold for all
  /// lists. Nothing is stored, and what is kept of a stored posting of the same id stays.
  ///
  /// @param places most matchings, at least 1
  public Ranking preview(PostingDocument posting, int places) {
    RunConditions conditions = standing.at(clock.instant());
    PreparedPosting ready = preparation.unsaved(posting, conditions);
    return rank(pool.upToDate(conditions), ready, places);
  }

  /// Few go down a hundred thousand places at once: all together they would take the memory.
  private Ranking rank(CandidateIndex index, PreparedPosting posting, int places) {
    if (places <= DEEP) {
      return index.rank(posting, places);
    }
    deep.acquireUninterruptibly();
    try {
      return index.rank(posting, places);
    } finally {
      deep.release();
    }
  }

  /// Ranks postings between runs, under the conditions that hold for all lists.
  public MatchingWriter.Ranker betweenRuns() {
    return orders -> rank(orders, Optional.empty(), Watch.NOBODY);
  }

  /// The same of those that still wait: another process may have ranked the others.
  public MatchingWriter.Ranker requested() {
    return new MatchingWriter.Ranker() {
      @Override
      public MatchingWriter.Ranked rank(List<MatchingWriter.Order> orders) {
        return betweenRuns()
            .rank(orders.stream().filter(MatchingWriter.Order::isRequested).toList());
      }

      @Override
      public boolean isOnRequest() {
        return true;
      }
    };
  }

  /// Ranks postings for a run, under the conditions that hold for all lists: its own, if it has
  /// fixed them and goes on.
  public MatchingWriter.Ranker ofRun(UUID run, Watch watch) {
    return orders -> {
      watch.requireGoing();
      return rank(orders, Optional.of(run), watch);
    };
  }

  private MatchingWriter.Ranked rank(
      List<MatchingWriter.Order> orders, Optional<UUID> run, Watch watch) {
    RunConditions conditions = standing.at(clock.instant());
    List<StoredPosting> postings = orders.stream().map(MatchingWriter.Order::posting).toList();
    Preparation.Prepared prepared = preparation.prepare(postings, conditions);
    long start = nanoTime.getAsLong();
    CandidateIndex index = pool.upToDate(conditions);
    watch.loaded(index.size(), nanoTime.getAsLong() - start);
    RankingBatch batch = batch(index, prepared, watch);
    List<RankedPosting> ranked = new ArrayList<>();
    Map<String, RuntimeException> failures = new HashMap<>(prepared.failures());
    for (MatchingWriter.Order order : orders) {
      PreparedPosting ready = prepared.postings().get(order.posting().id());
      if (ready != null) {
        try {
          Ranking ranking = rank(batch, ready, order, watch);
          ranked.add(
              new RankedPosting(
                  ready.posting(), ranking, order.posting().revision(), conditions, run));
        } catch (RuntimeException e) {
          failures.put(order.posting().id(), e);
        } catch (StackOverflowError e) {
          failures.put(order.posting().id(), new IllegalStateException(e));
        }
      }
    }
    return new MatchingWriter.Ranked(ranked, failures);
  }

  private RankingBatch batch(CandidateIndex index, Preparation.Prepared prepared, Watch watch) {
    long start = nanoTime.getAsLong();
    RankingBatch batch = index.batch(List.copyOf(prepared.postings().values()));
    watch.counted(nanoTime.getAsLong() - start);
    return batch;
  }

  private Ranking rank(
      RankingBatch batch, PreparedPosting ready, MatchingWriter.Order order, Watch watch) {
    long start = nanoTime.getAsLong();
    Ranking ranking = batch.rankWithFacts(ready, order.places(), expected(order));
    watch.ranked(ranking, nanoTime.getAsLong() - start);
    return ranking;
  }

  private static OptionalLong expected(MatchingWriter.Order order) {
    return order.leastTotal().stream().mapToLong(least -> least - USUAL_FALL).findFirst();
  }

  /// An instant without its fraction of a second.
  public static Instant wholeSecond(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS);
  }
}
