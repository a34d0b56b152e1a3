package dev.entente.server.reasons.spending;

import static dev.entente.server.reasons.spending.Calls.MINUTE;
import static dev.entente.server.reasons.spending.Calls.RUN;
import static dev.entente.server.reasons.spending.Calls.SMALL;
import static dev.entente.server.reasons.spending.Calls.answer;
import static dev.entente.server.reasons.spending.Calls.ask;
import static dev.entente.server.reasons.spending.Calls.begin;
import static dev.entente.server.reasons.spending.Calls.fail;
import static dev.entente.server.reasons.spending.Calls.later;
import static dev.entente.server.reasons.spending.Calls.limit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.server.reasons.spending.Decision.Cause;
import dev.entente.server.reasons.spending.Decision.Exhausted;
import dev.entente.server.reasons.spending.Decision.Granted;
import dev.entente.server.reasons.spending.Outcome.RateLimit;
import dev.entente.server.reasons.spending.Outcome.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What follows from calls that failed.
class SpendingFailuresDatabaseTest {
  private final Ledger ledger = new Ledger();

  private void advance(Duration duration) {
    ledger.clock.advance(duration);
  }

  @Test
  void delayThatAProviderTellsHoldsForAllInstancesAndOneModel() {
    Spending spending = ledger.instance("PRICES", "*=0/0");
    Spending other = ledger.instance("PRICES", "*=0/0");
    limit(spending, new RateLimit(Optional.of(Duration.ofSeconds(37)), false, false));

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
    limit(spending, new RateLimit(Optional.of(Duration.ofSeconds(37)), true, true));

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
}
