package dev.entente.server.generation;

import dev.entente.matching.criteria.CalibrationTally;
import dev.entente.matching.criteria.RunConditions;
import dev.entente.server.candidates.CandidateReading;
import dev.entente.server.matchings.MatchingWriter;
import dev.entente.server.postings.StoredPosting;
import dev.entente.server.runs.RunLedger;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Ranks stored job postings over all stored candidates.
@Component
class Rankings {
  /// Which postings to rank, once it is known what is stored.
  interface Choice extends Function<StoredPosting.Finder, List<StoredPosting>> {}

  private final JdbcClient client;
  private final StoredPosting.Finder postings;
  private final CandidateReading candidates;
  private final MatchingWriter writer;
  private final RunLedger ledger;
  private final InstantSource clock;
  private final LongSupplier nanoTime;
  private final TransactionTemplate oneInstant;

  Rankings(
      JdbcClient client,
      StoredPosting.Finder postings,
      CandidateReading candidates,
      MatchingWriter writer,
      RunLedger ledger,
      InstantSource clock,
      LongSupplier nanoTime,
      PlatformTransactionManager transactions) {
    this.client = client;
    this.postings = postings;
    this.candidates = candidates;
    this.writer = writer;
    this.ledger = ledger;
    this.clock = clock;
    this.nanoTime = nanoTime;
    oneInstant = new TransactionTemplate(transactions);
    oneInstant.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  /// Ranks postings under conditions made from the results of all candidates.
  ///
  /// @param places most matchings of a posting
  RankingPass rank(
      Choice choice, Function<CalibrationTally, RunConditions> conditions, int places) {
    return oneInstant.execute(
        _ -> {
          // The first statement fixes the instant that all later ones see.
          long position = client.sql("SELECT nextval('position')").query(Long.class).single();
          var snapshot = new Snapshot(position, candidates, writer, nanoTime);
          return snapshot.rank(new Snapshot.Order(choice.apply(postings), conditions, places));
        });
  }

  /// Ranks some postings between runs, under the conditions of the last completed run, so that
  /// their scores can be compared with all others; before the first run, under those it would have.
  RankingPass rank(List<String> postingIds, int places) {
    return rank(finder -> finder.listActive(postingIds), this::standingConditions, places);
  }

  private RunConditions standingConditions(CalibrationTally tally) {
    return ledger
        .lastConditions()
        .orElseGet(() -> new RunConditions(wholeSecond(clock.instant()), tally.first()));
  }

  /// An instant without its fraction of a second.
  static Instant wholeSecond(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS);
  }
}
