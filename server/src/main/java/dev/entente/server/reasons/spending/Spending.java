package dev.entente.server.reasons.spending;

import dev.entente.server.reasons.spending.CallLedger.Begun;
import dev.entente.server.reasons.spending.CallLedger.End;
import dev.entente.server.reasons.spending.Decision.Cause;
import dev.entente.server.reasons.spending.Decision.Exhausted;
import dev.entente.server.reasons.spending.Decision.Granted;
import dev.entente.server.reasons.spending.Decision.Later;
import dev.entente.server.reasons.spending.Outcome.RateLimit;
import dev.entente.server.reasons.spending.Prices.Price;
import dev.entente.server.reasons.spending.Report.Halt;
import dev.entente.server.reasons.spending.Standing.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Says who may call a model now, and keeps what it cost and what became of it. Shared by threads.
///
/// Limits hold over all instances on one database, and over restarts. Each method has a transaction
/// of its own: call it outside of another one. A failure of the database may be tried again; at
/// worst that leaves a call behind which counts, with its estimate, as long as one that died.
@Component
public class Spending {
  /// What a call takes at the longest. Whoever makes one ends it before; then it counts as ended,
  /// with its estimate, because its process died.
  public static final Duration LONGEST_CALL = Duration.ofMinutes(2);

  private static final int KEPT_DAYS = 90;

  private final TransactionTemplate transactions;
  private final SpendingSettings settings;
  private final InstantSource clock;
  private final Limits limits;
  private final CallLedger ledger;
  private final StandingQuery standings;
  private final ReportQuery reports;
  private final ReasonCounts counts;
  private final SpendingLog log = new SpendingLog();

  Spending(
      JdbcClient client,
      PlatformTransactionManager transactions,
      SpendingSettings settings,
      InstantSource clock) {
    this.transactions = new TransactionTemplate(transactions);
    this.transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.settings = settings;
    this.clock = clock;
    limits = new Limits(settings);
    ledger = new CallLedger(client);
    standings = new StandingQuery(client, clock.instant());
    reports = new ReportQuery(client);
    counts = new ReasonCounts(client);
  }

  /// Asks for a call. One that is granted has begun, and is settled when it has ended.
  public Decision ask(Wish wish) {
    Decision decision = locked(now -> decide(wish, now));
    switch (decision) {
      case Exhausted(Cause cause, _) when cause == Cause.NO_PRICE -> log.noPrice(wish.model());
      case Exhausted _, Granted _, Later _ -> {}
    }
    return decision;
  }

  // Whoever waits for the lock must not see an instant before that of whom it waited for.
  private <R> R locked(Function<Instant, R> work) {
    return inTransaction(
        () -> {
          ledger.lock();
          return work.apply(clock.instant());
        });
  }

  private <R> R inTransaction(Supplier<R> work) {
    return Objects.requireNonNull(transactions.execute(_ -> work.get()));
  }

  private Decision decide(Wish wish, Instant now) {
    Standing standing = standings.read(wish, price(wish, now), now);
    return limits.refusal(wish, standing).orElseGet(() -> begin(wish, standing));
  }

  private Optional<Price> price(Wish wish, Instant startedAt) {
    return settings.prices().find(wish.model(), Limits.day(startedAt));
  }

  private Granted begin(Wish wish, Standing standing) {
    boolean isTrial = standing.breaker().rest().isPresent();
    OptionalLong cost = cost(standing.price(), wish.estimate());
    return new Granted(ledger.begin(wish, isTrial, cost, standing.now()));
  }

  private static OptionalLong cost(Optional<Price> price, Tokens tokens) {
    return price.map(known -> OptionalLong.of(known.of(tokens))).orElse(OptionalLong.empty());
  }

  /// Records what became of a call. One that is settled already, or that nobody knows, stays as it
  /// is.
  ///
  /// @param call as it was granted
  public void settle(long call, Outcome outcome) {
    locked(now -> ledger.find(call).map(begun -> settle(begun, outcome, now)))
        .ifPresent(log::settled);
  }

  private SpendingLog.Settled settle(Begun call, Outcome outcome, Instant now) {
    Optional<Breaker.Rest> before = standings.breaker(call.wish(), now).rest();
    Tokens tokens = outcome.tokens(call.wish().estimate());
    Optional<Pause> pause = outcome.limit().map(limit -> pause(call.wish(), limit, now));
    ledger.end(
        call,
        new End(outcome, tokens, cost(price(call.wish(), call.startedAt()), tokens), pause),
        now);
    Optional<Breaker.Rest> after = standings.breaker(call.wish(), now).rest();
    return new SpendingLog.Settled(call.wish().model(), outcome, pause, before, after);
  }

  private Pause pause(Wish wish, RateLimit limit, Instant now) {
    return Pauses.after(limit, standings.pause(wish, now), ledger.countPauses(wish), now);
  }

  /// Counts matchings that have the template because no text of a model could be had.
  ///
  /// @param run empty between runs
  /// @param cause one word, as it is told
  /// @param count at least 0
  public void fallback(Optional<UUID> run, String cause, int count) {
    add(run, Optional.of(cause), count);
  }

  /// Counts matchings whose text stays, because what it says has not changed.
  ///
  /// @param run empty between runs
  /// @param count at least 0
  public void kept(Optional<UUID> run, int count) {
    add(run, Optional.empty(), count);
  }

  private void add(Optional<UUID> run, Optional<String> cause, int count) {
    if (count > 0) {
      transactions.executeWithoutResult(
          _ -> counts.add(run, cause, count, Limits.day(clock.instant())));
    }
  }

  /// Lets nobody spend for a run any more. Calls that go on end, and cost what they cost.
  public void stop(UUID run) {
    transactions.executeWithoutResult(_ -> counts.stop(run, clock.instant()));
  }

  /// Tells whether nobody spends for a run any more.
  public boolean isStopped(UUID run) {
    return standings.isStopped(run);
  }

  /// What was spent on a run; nothing for one that nobody knows.
  public Report report(UUID run) {
    return report(Optional.of(run));
  }

  /// What was spent since midnight UTC, on runs and between them.
  public Report today() {
    return report(Optional.empty());
  }

  private Report report(Optional<UUID> run) {
    Instant now = clock.instant();
    ReportQuery.Sums sums = reports.sums(run, now);
    return new Report(
        sums.usage(),
        sums.texts(),
        run.filter(this::isStopped).isPresent(),
        reports.findLatest(run).flatMap(wish -> halt(wish, now)),
        settings);
  }

  private Optional<Halt> halt(Wish wish, Instant now) {
    return limits
        .halt(wish, standings.read(wish, price(wish, now), now))
        .flatMap(
            decision ->
                switch (decision) {
                  case Exhausted(Cause cause, Optional<Instant> until) ->
                      Optional.of(new Halt(cause, until));
                  case Later(Duration delay, Cause cause) ->
                      Optional.of(new Halt(cause, Optional.of(now.plus(delay))));
                  case Granted _ -> Optional.empty();
                });
  }

  /// Deletes what is older than 90 days; once a day is often enough.
  ///
  /// @return how many calls were deleted
  public int deleteOld() {
    return inTransaction(
        () -> counts.deleteBefore(Limits.day(clock.instant()).minusDays(KEPT_DAYS)));
  }
}
