package dev.entente.server.reasons.spending;

import static dev.entente.server.reasons.spending.Calls.MIDNIGHT;
import static dev.entente.server.reasons.spending.Calls.MILLISECOND;
import static dev.entente.server.reasons.spending.Calls.MINUTE;
import static dev.entente.server.reasons.spending.Calls.MODEL;
import static dev.entente.server.reasons.spending.Calls.RUN;
import static dev.entente.server.reasons.spending.Calls.SMALL;
import static dev.entente.server.reasons.spending.Calls.answer;
import static dev.entente.server.reasons.spending.Calls.ask;
import static dev.entente.server.reasons.spending.Calls.begin;
import static dev.entente.server.reasons.spending.Calls.later;
import static dev.entente.server.reasons.spending.Calls.never;
import static dev.entente.server.reasons.spending.Calls.wish;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.server.reasons.spending.Decision.Cause;
import dev.entente.server.reasons.spending.Decision.Exhausted;
import dev.entente.server.reasons.spending.Decision.Granted;
import dev.entente.server.reasons.spending.Decision.Later;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Limits that are set, at their edges.
class SpendingDatabaseTest {
  private final Ledger ledger = new Ledger();

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
}
