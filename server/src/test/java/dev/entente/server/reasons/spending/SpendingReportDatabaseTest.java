package dev.entente.server.reasons.spending;

import static dev.entente.server.reasons.spending.Calls.MIDNIGHT;
import static dev.entente.server.reasons.spending.Calls.MILLISECOND;
import static dev.entente.server.reasons.spending.Calls.MODEL;
import static dev.entente.server.reasons.spending.Calls.RUN;
import static dev.entente.server.reasons.spending.Calls.SMALL;
import static dev.entente.server.reasons.spending.Calls.answer;
import static dev.entente.server.reasons.spending.Calls.ask;
import static dev.entente.server.reasons.spending.Calls.begin;
import static dev.entente.server.reasons.spending.Calls.fail;
import static dev.entente.server.reasons.spending.Calls.never;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.server.reasons.spending.Decision.Cause;
import dev.entente.server.reasons.spending.Decision.Granted;
import dev.entente.server.reasons.spending.Outcome.Status;
import dev.entente.server.reasons.spending.Report.Halt;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What is kept and told of calls.
class SpendingReportDatabaseTest {
  private final Ledger ledger = new Ledger();

  private void advance(Duration duration) {
    ledger.clock.advance(duration);
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
