package dev.entente.server.reasons.spending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.server.reasons.spending.Decision.Cause;
import dev.entente.server.reasons.spending.Decision.Exhausted;
import dev.entente.server.reasons.spending.Decision.Granted;
import dev.entente.server.reasons.spending.Decision.Later;
import dev.entente.server.reasons.spending.Outcome.RateLimit;
import dev.entente.server.reasons.spending.Outcome.Status;
import dev.entente.server.reasons.spending.Report.Halt;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SpendingDatabaseTest {
  private static final String MODEL = "gemini-2.5-flash";
  private static final Tokens SMALL = new Tokens(60, 40);
  private static final UUID RUN = UUID.randomUUID();
  private static final Instant MIDNIGHT = Instant.parse("2026-11-24T00:00:00Z");
  private static final Duration MINUTE = Duration.ofSeconds(60);
  private static final Duration MILLISECOND = Duration.ofMillis(1);

  private final Ledger ledger = new Ledger();

  private static Wish wish(Tokens estimate) {
    return new Wish("gemini", MODEL, Optional.of(RUN), estimate);
  }

  private static Decision ask(Spending spending) {
    return spending.ask(wish(SMALL));
  }

  private static long begin(Spending spending, Wish wish) {
    Decision decision = spending.ask(wish);
    assertThat(decision).isInstanceOf(Granted.class);
    return ((Granted) decision).call();
  }

  private static long begin(Spending spending) {
    return begin(spending, wish(SMALL));
  }

  private static void answer(Spending spending) {
    spending.settle(begin(spending), Outcome.answered(SMALL, 1, 1));
  }

  private static void fail(Spending spending, Status status) {
    spending.settle(begin(spending), Outcome.failed(status, Optional.empty(), 1));
  }

  private static void limit(Spending spending, RateLimit limit) {
    spending.settle(begin(spending), Outcome.rateLimited(limit, 1));
  }

  private static Later later(Duration wait, Cause cause) {
    return new Later(wait, cause);
  }

  private static Exhausted never(Cause cause) {
    return new Exhausted(cause, Optional.empty());
  }

  private void advance(Duration duration) {
    ledger.clock.advance(duration);
  }

  @Test
  void oneCallMoreThanAMinuteHoldsWaitsForTheFirstToLeaveIt() {
    Spending spending = ledger.instance();
    Spending other = ledger.instance();
    for (int i = 0; i < 30; i++) {
      answer(spending);
      answer(other);
    }

    assertThat(ask(spending)).isEqualTo(later(MINUTE, Cause.REQUESTS_PER_MINUTE));
    advance(MINUTE.minus(MILLISECOND));
    assertThat(ask(other)).isEqualTo(later(MILLISECOND, Cause.REQUESTS_PER_MINUTE));
    advance(MILLISECOND);
    assertThat(ask(spending)).isInstanceOf(Granted.class);
  }

  @Test
  void callMayReachItsProviderUntilItEnds() {
    Spending spending = ledger.instance("REQUESTS_PER_MINUTE", "2");
    long slow = begin(spending);
    advance(Duration.ofSeconds(10));
    answer(spending);
    advance(Duration.ofSeconds(20));

    assertThat(ask(spending)).isEqualTo(later(Duration.ofSeconds(40), Cause.REQUESTS_PER_MINUTE));
    spending.settle(slow, Outcome.answered(SMALL, 1, 1));
    advance(Duration.ofSeconds(40));
    answer(spending);
    assertThat(ask(spending)).isEqualTo(later(Duration.ofSeconds(20), Cause.REQUESTS_PER_MINUTE));
  }

  @Test
  void tokensOfAMinuteAreEstimatedUntilACallHasEnded() {
    Spending spending = ledger.instance("TOKENS_PER_MINUTE", "1000");
    long call = begin(spending, wish(new Tokens(500, 401)));

    assertThat(ask(spending)).isEqualTo(later(MINUTE, Cause.TOKENS_PER_MINUTE));
    spending.settle(call, Outcome.answered(new Tokens(500, 400), 1, 1));
    long last = begin(spending);
    assertThat(spending.ask(wish(new Tokens(1, 0)))).isInstanceOf(Later.class);
    spending.settle(last, Outcome.answered(new Tokens(60, 39), 1, 1));
    assertThat(spending.ask(wish(new Tokens(1, 0)))).isInstanceOf(Granted.class);
  }

  @Test
  void callThatNoMinuteHoldsIsRefusedForEver() {
    Spending spending = ledger.instance("TOKENS_PER_MINUTE", "1000");

    assertThat(spending.ask(wish(new Tokens(900, 101)))).isEqualTo(never(Cause.TOKENS_PER_MINUTE));
    assertThat(spending.ask(wish(new Tokens(900, 100)))).isInstanceOf(Granted.class);
  }

  @Test
  void oneCallMoreThanMayGoOnAtOnceWaits() {
    Spending spending = ledger.instance("CONCURRENCY", "2");
    long first = begin(spending);
    begin(ledger.instance("CONCURRENCY", "2"));

    assertThat(ask(spending)).isEqualTo(later(Duration.ofMillis(500), Cause.CONCURRENCY));
    spending.settle(first, Outcome.answered(SMALL, 1, 1));
    assertThat(ask(spending)).isInstanceOf(Granted.class);
  }

  @Test
  void callOfAProcessThatDiedEndsAfterTwoMinutesAndStaysCounted() {
    Spending dying = ledger.instance("CONCURRENCY", "1", "TOKENS_PER_DAY", "250");
    begin(dying);
    Spending spending = ledger.instance("CONCURRENCY", "1", "TOKENS_PER_DAY", "250");

    advance(Spending.LONGEST_CALL.minus(MILLISECOND));
    assertThat(ask(spending)).isEqualTo(later(Duration.ofMillis(500), Cause.CONCURRENCY));
    advance(MILLISECOND);
    answer(spending);
    assertThat(ask(spending)).isEqualTo(new Exhausted(Cause.TOKENS_PER_DAY, Optional.of(MIDNIGHT)));
    assertThat(spending.today().usage().calls()).isEqualTo(Map.of("ANSWERED", 1L, "LOST", 1L));
  }

  @Test
  void budgetOfADayHoldsWhatGoesOnAndReturnsAtMidnight() {
    Spending spending = ledger.instance("TOKENS_PER_DAY", "300");
    long call = begin(spending, wish(new Tokens(100, 101)));

    assertThat(ask(spending)).isEqualTo(new Exhausted(Cause.TOKENS_PER_DAY, Optional.of(MIDNIGHT)));
    spending.settle(call, Outcome.answered(new Tokens(100, 100), 1, 1));
    answer(spending);
    assertThat(ask(spending)).isInstanceOf(Exhausted.class);
    ledger.clock.set(MIDNIGHT.minus(MILLISECOND));
    assertThat(ask(spending)).isInstanceOf(Exhausted.class);
    ledger.clock.set(MIDNIGHT);
    assertThat(ask(spending)).isInstanceOf(Granted.class);
    assertThat(spending.ask(wish(new Tokens(301, 0)))).isEqualTo(never(Cause.TOKENS_PER_DAY));
  }

  @Test
  void budgetOfARunIsForThatRun() {
    Spending spending = ledger.instance("TOKENS_PER_RUN", "200");
    answer(spending);
    answer(spending);

    assertThat(ask(spending)).isEqualTo(never(Cause.TOKENS_PER_RUN));
    assertThat(spending.ask(new Wish("gemini", MODEL, Optional.empty(), new Tokens(300, 0))))
        .isInstanceOf(Granted.class);
    assertThat(spending.ask(new Wish("gemini", MODEL, Optional.of(UUID.randomUUID()), SMALL)))
        .isInstanceOf(Granted.class);
  }

  @Test
  void moneyIsCountedUpwardsToAMillionth() {
    Spending spending = ledger.instance("PRICES", MODEL + "=0.30/2.50", "COST_PER_RUN", "0.000237");
    // 60 * 0.3 + 40 * 2.5 = 118 millionths; one token more is 118.3
    spending.settle(begin(spending), Outcome.answered(new Tokens(61, 40), 1, 1));

    assertThat(spending.report(RUN).usage().costMicros()).isEqualTo(119);
    assertThat(spending.report(RUN).usage().cost()).isEqualTo("0.000119");
    begin(spending);
    assertThat(spending.ask(wish(new Tokens(1, 0)))).isEqualTo(never(Cause.COST_PER_RUN));
  }

  @Test
  void budgetOfMoneyOfADayReturnsAtMidnight() {
    Spending spending = ledger.instance("PRICES", MODEL + "=1/1", "COST_PER_DAY", "0.000100");
    answer(spending);

    assertThat(ask(spending)).isEqualTo(new Exhausted(Cause.COST_PER_DAY, Optional.of(MIDNIGHT)));
    ledger.clock.set(MIDNIGHT);
    assertThat(ask(spending)).isInstanceOf(Granted.class);
  }

  @Test
  void modelWithoutAPriceIsNotCalledWhileMoneyIsLimited() {
    var wish = new Wish("ollama", "mistral", Optional.of(RUN), SMALL);

    assertThat(ledger.instance().ask(wish)).isEqualTo(never(Cause.NO_PRICE));
    assertThat(ledger.instance("COST_PER_DAY", "none").ask(wish)).isEqualTo(never(Cause.NO_PRICE));
    assertThat(ledger.instance("PRICES", "mistral=0/0").ask(wish)).isInstanceOf(Granted.class);
    Spending unlimited = ledger.instance("COST_PER_DAY", "none", "COST_PER_RUN", "none");
    assertThat(unlimited.ask(wish)).isInstanceOf(Granted.class);
    assertThat(unlimited.report(RUN).usage().unpricedCalls()).isOne();
  }

  @Test
  void delayThatAProviderTellsHoldsForAllInstancesAndOneModel() {
    Spending spending = ledger.instance("PRICES", "*=0/0");
    Spending other = ledger.instance("PRICES", "*=0/0");
    limit(spending, new RateLimit(Optional.of(Duration.ofSeconds(37)), Optional.empty()));

    assertThat(ask(other)).isEqualTo(later(Duration.ofSeconds(37), Cause.PAUSED));
    assertThat(other.ask(new Wish("gemini", "another", Optional.of(RUN), SMALL)))
        .isInstanceOf(Granted.class);
    advance(Duration.ofSeconds(37));
    assertThat(ask(other)).isInstanceOf(Granted.class);
  }

  @Test
  void pausesDoubleWhereNoDelayIsTold() {
    Spending spending = ledger.instance();
    long one = begin(spending);
    long two = begin(spending);
    spending.settle(one, Outcome.rateLimited(RateLimit.UNTOLD, 1));
    advance(Duration.ofSeconds(1));
    spending.settle(two, Outcome.rateLimited(RateLimit.UNTOLD, 1));

    assertThat(ask(spending)).isEqualTo(later(Duration.ofSeconds(4), Cause.PAUSED));
    advance(Duration.ofSeconds(4));
    limit(spending, RateLimit.UNTOLD);
    assertThat(ask(spending)).isEqualTo(later(Duration.ofSeconds(10), Cause.PAUSED));
    advance(Duration.ofSeconds(10));
    answer(spending);
    limit(spending, RateLimit.UNTOLD);
    assertThat(ask(spending)).isEqualTo(later(Duration.ofSeconds(5), Cause.PAUSED));
  }

  @Test
  void quotaOfADayReturnsAtMidnightInCaliforniaOrIsTriedAfterARestart() {
    Spending spending = ledger.instance();
    limit(
        spending,
        new RateLimit(
            Optional.of(Duration.ofSeconds(37)),
            Optional.of("GenerateRequestsPerDayPerProjectPerModel-FreeTier")));

    assertThat(ask(spending))
        .isEqualTo(new Exhausted(Cause.QUOTA, Optional.of(Instant.parse("2026-11-24T08:00:00Z"))));
    advance(Duration.ofSeconds(1));
    assertThat(ask(ledger.instance())).isInstanceOf(Granted.class);
    assertThat(ask(spending)).isInstanceOf(Exhausted.class);
  }

  @Test
  void fiveFailuresInARowStopCallsUntilOneIsAnswered() {
    Spending spending = ledger.instance();
    for (int i = 0; i < 5; i++) {
      fail(spending, Status.UNAVAILABLE);
    }

    assertThat(ask(ledger.instance())).isEqualTo(later(MINUTE, Cause.UNAVAILABLE));
    advance(MINUTE);
    long trial = begin(spending);
    assertThat(ask(spending)).isEqualTo(later(Duration.ofMillis(500), Cause.UNAVAILABLE));
    spending.settle(trial, Outcome.failed(Status.UNAVAILABLE, Optional.empty(), 1));
    assertThat(ask(spending)).isEqualTo(later(MINUTE.multipliedBy(2), Cause.UNAVAILABLE));
    advance(MINUTE.multipliedBy(2));
    answer(spending);
    answer(spending);
  }

  @Test
  void restGrowsToAnHour() {
    Spending spending = ledger.instance();
    for (int i = 0; i < 5; i++) {
      fail(spending, Status.UNAVAILABLE);
    }
    for (int i = 0; i < 9; i++) {
      advance(Duration.ofHours(1));
      fail(spending, Status.UNAVAILABLE);
    }

    assertThat(ask(spending)).isEqualTo(later(Duration.ofHours(1), Cause.UNAVAILABLE));
  }

  @Test
  void trialOfAProcessThatDiedIsMadeAgain() {
    Spending spending = ledger.instance();
    for (int i = 0; i < 5; i++) {
      fail(spending, Status.UNAVAILABLE);
    }
    advance(MINUTE);
    begin(spending);
    advance(Spending.LONGEST_CALL);

    assertThat(ask(ledger.instance())).isInstanceOf(Granted.class);
  }

  @Test
  void failuresThatAreNotInARowStopNothing() {
    Spending spending = ledger.instance();
    for (int i = 0; i < 4; i++) {
      fail(spending, Status.UNAVAILABLE);
    }
    fail(spending, Status.BLOCKED);
    for (int i = 0; i < 4; i++) {
      fail(spending, Status.UNAVAILABLE);
    }

    assertThat(ask(spending)).isInstanceOf(Granted.class);
  }

  @Test
  void refusedCallsStopForAnHourOrUntilTheServiceStartsAgain() {
    Spending spending = ledger.instance();
    fail(spending, Status.REFUSED);
    fail(spending, Status.REFUSED);
    Instant until = ledger.clock.instant().plus(Duration.ofHours(1));

    assertThat(ask(spending)).isEqualTo(new Exhausted(Cause.REFUSED, Optional.of(until)));
    advance(Duration.ofSeconds(1));
    Spending mended = ledger.instance();
    assertThat(ask(spending)).isInstanceOf(Exhausted.class);
    answer(mended);
    assertThat(ask(spending)).isInstanceOf(Granted.class);
  }

  @Test
  void refusedModelIsTriedAgainAfterAnHour() {
    Spending spending = ledger.instance();
    fail(spending, Status.REFUSED);
    fail(spending, Status.REFUSED);

    advance(Duration.ofHours(1));
    fail(spending, Status.REFUSED);
    assertThat(ask(spending)).isInstanceOf(Exhausted.class);
  }

  @Test
  void nobodySpendsForARunThatIsStopped() {
    Spending spending = ledger.instance();
    long call = begin(spending);
    ledger.instance().stop(RUN);
    ledger.instance().stop(RUN);

    assertThat(spending.isStopped(RUN)).isTrue();
    assertThat(ask(spending)).isEqualTo(never(Cause.STOPPED));
    assertThat(spending.isStopped(UUID.randomUUID())).isFalse();
    assertThat(spending.ask(new Wish("gemini", MODEL, Optional.empty(), SMALL)))
        .isInstanceOf(Granted.class);
    spending.settle(call, Outcome.answered(SMALL, 3, 3));
    Report report = spending.report(RUN);
    assertThat(report.isStopped()).isTrue();
    assertThat(report.halt()).contains(new Halt(Cause.STOPPED, Optional.empty()));
    assertThat(report.texts().written()).isEqualTo(3);
  }

  @Test
  void callIsSettledOnce() {
    Spending spending = ledger.instance();
    long call = begin(spending);
    spending.settle(call, Outcome.answered(SMALL, 50, 48));
    spending.settle(call, Outcome.failed(Status.UNAVAILABLE, Optional.empty(), 50));
    spending.settle(call + 1, Outcome.answered(SMALL, 1, 1));

    assertThat(spending.report(RUN).usage().calls()).isEqualTo(Map.of("ANSWERED", 1L));
  }

  @Test
  void reportAddsUp() {
    Spending spending = ledger.instance("PRICES", MODEL + "=1/2");
    spending.settle(begin(spending), Outcome.answered(new Tokens(1_000, 500), 50, 48));
    spending.settle(begin(spending), Outcome.answered(new Tokens(10, 5), 2, 1));
    fail(spending, Status.UNAVAILABLE); // counts as estimated: the answer may have been lost
    fail(spending, Status.REFUSED); // counts nothing
    begin(spending);
    spending.fallback(Optional.of(RUN), "UNKNOWN_SKILL", 2);
    spending.fallback(Optional.of(RUN), "UNKNOWN_SKILL", 1);
    spending.fallback(Optional.of(RUN), "COST_PER_RUN", 7);
    spending.fallback(Optional.of(RUN), "STOPPED", 0);
    spending.kept(Optional.of(RUN), 900);
    spending.kept(Optional.empty(), 5);

    Report report = spending.report(RUN);
    assertThat(report.usage())
        .isEqualTo(
            new Report.Usage(
                Map.of("ANSWERED", 2L, "UNAVAILABLE", 1L, "REFUSED", 1L, "GOING", 1L),
                1_130,
                585,
                2_300,
                0));
    assertThat(report.usage().total()).isEqualTo(5);
    assertThat(report.usage().cost()).isEqualTo("0.0023");
    assertThat(report.texts())
        .isEqualTo(new Report.Texts(54, 49, 900, Map.of("UNKNOWN_SKILL", 3L, "COST_PER_RUN", 7L)));
    assertThat(report.halt()).isEmpty();
    assertThat(spending.today().usage()).isEqualTo(report.usage());
    assertThat(spending.today().texts().unchanged()).isEqualTo(905);
    assertThat(spending.report(UUID.randomUUID()).usage().total()).isZero();
  }

  @Test
  void reportSaysWhenCallsGoOn() {
    Spending spending = ledger.instance("TOKENS_PER_DAY", "100");
    answer(spending);

    Halt halt = new Halt(Cause.TOKENS_PER_DAY, Optional.of(MIDNIGHT));
    assertThat(spending.report(RUN).halt()).contains(halt);
    assertThat(spending.today().halt()).contains(halt);
    ledger.clock.set(MIDNIGHT);
    assertThat(spending.today().halt()).isEmpty();
    assertThat(spending.today().usage().total()).isZero();
  }

  @Test
  void whatIsOlderThanNinetyDaysIsDeleted() {
    Spending spending = ledger.instance();
    answer(spending);
    spending.kept(Optional.of(RUN), 3);
    spending.stop(RUN);

    ledger.clock.set(MIDNIGHT.minus(MILLISECOND).plus(Duration.ofDays(90)));
    assertThat(spending.deleteOld()).isZero();
    assertThat(spending.report(RUN).texts().unchanged()).isEqualTo(3);
    advance(MILLISECOND);
    assertThat(spending.deleteOld()).isOne();
    assertThat(spending.report(RUN).texts().unchanged()).isZero();
    assertThat(spending.isStopped(RUN)).isFalse();
  }
}
