package dev.entente.server.generation;

import dev.entente.matching.criteria.RunConditions;
import dev.entente.matching.index.CandidateIndex;
import dev.entente.matching.index.PreparedPosting;
import dev.entente.matching.ranking.Ranking;
import dev.entente.server.matchings.MatchingWriter;
import dev.entente.server.matchings.RankedPosting;
import dev.entente.server.postings.StoredPosting;
import dev.entente.server.runs.RunLedger;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;

/// Ranks stored job postings over all stored candidates.
@Component
class Rankings {
  private final CandidatePool pool;
  private final Preparation preparation;
  private final RunLedger ledger;
  private final InstantSource clock;

  Rankings(CandidatePool pool, Preparation preparation, RunLedger ledger, InstantSource clock) {
    this.pool = pool;
    this.preparation = preparation;
    this.ledger = ledger;
    this.clock = clock;
  }

  /// A ranking computed on request.
  record Computed(Ranking ranking, RunConditions conditions) {}

  /// Ranks a posting under the conditions that hold for all lists.
  ///
  /// @param places most matchings
  /// @throws UnreadableDocumentException if the stored document breaks today's rules
  Computed rank(StoredPosting posting, int places) {
    RunConditions conditions = ledger.standingConditions(clock.instant());
    var prepared = preparation.prepare(List.of(posting), conditions);
    prepared.failures().values().forEach(Rankings::raise);
    PreparedPosting ready = prepared.postings().values().iterator().next();
    return new Computed(pool.upToDate(conditions).rank(ready, places), conditions);
  }

  private static void raise(RuntimeException failure) {
    throw failure;
  }

  /// Ranks postings between runs, under the conditions that hold for all lists.
  ///
  /// @param failed takes each posting that fails, and why
  MatchingWriter.Ranker betweenRuns(BiConsumer<String, RuntimeException> failed) {
    return orders ->
        rank(orders, ledger.standingConditions(clock.instant()), Optional.empty(), failed);
  }

  /// Ranks postings for a run.
  ///
  /// @param failed takes each posting that fails, and why
  MatchingWriter.Ranker ofRun(
      UUID run, RunConditions conditions, BiConsumer<String, RuntimeException> failed) {
    return orders -> {
      // Somebody may have ended this run and fixed other conditions: not while lists are locked.
      ledger.requireRunning(run);
      return rank(orders, conditions, Optional.of(run), failed);
    };
  }

  private List<RankedPosting> rank(
      List<MatchingWriter.Order> orders,
      RunConditions conditions,
      Optional<UUID> run,
      BiConsumer<String, RuntimeException> failed) {
    List<StoredPosting> postings = orders.stream().map(MatchingWriter.Order::posting).toList();
    Preparation.Prepared prepared = preparation.prepare(postings, conditions);
    prepared.failures().forEach(failed);
    CandidateIndex index = pool.upToDate(conditions);
    List<RankedPosting> ranked = new ArrayList<>();
    for (MatchingWriter.Order order : orders) {
      PreparedPosting ready = prepared.postings().get(order.posting().id());
      if (ready != null) {
        try {
          Ranking ranking = index.rank(ready, order.places());
          ranked.add(new RankedPosting(ranking, order.posting().revision(), conditions, run));
        } catch (RuntimeException e) {
          failed.accept(order.posting().id(), e);
        }
      }
    }
    return ranked;
  }

  /// An instant without its fraction of a second.
  static Instant wholeSecond(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS);
  }
}
