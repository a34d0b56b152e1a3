package dev.entente.server.reasons.spending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.server.reasons.spending.Decision.Cause;
import dev.entente.server.reasons.spending.Decision.Exhausted;
import dev.entente.server.reasons.spending.Decision.Granted;
import dev.entente.server.reasons.spending.Decision.Later;
import dev.entente.server.reasons.spending.Outcome.RateLimit;
import dev.entente.server.reasons.spending.Outcome.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Small calls of one model for one run.
final class Calls {
  static final String MODEL = "gemini-2.5-flash";
  static final Tokens SMALL = new Tokens(60, 40);
  static final UUID RUN = UUID.randomUUID();
  static final Instant MIDNIGHT = Instant.parse("2026-11-24T00:00:00Z");
  static final Duration MINUTE = Duration.ofSeconds(60);
  static final Duration MILLISECOND = Duration.ofMillis(1);

  private Calls() {}

  static Wish wish(Tokens estimate) {
    return new Wish("gemini", MODEL, Optional.of(RUN), estimate);
  }

  static Decision ask(Spending spending) {
    return spending.ask(wish(SMALL));
  }

  static long begin(Spending spending, Wish wish) {
    Decision decision = spending.ask(wish);
    assertThat(decision).isInstanceOf(Granted.class);
    return ((Granted) decision).call();
  }

  static long begin(Spending spending) {
    return begin(spending, wish(SMALL));
  }

  static void answer(Spending spending) {
    spending.settle(begin(spending), Outcome.answered(SMALL, 1, 1));
  }

  static void fail(Spending spending, Status status) {
    spending.settle(begin(spending), Outcome.failed(status, Optional.empty(), 1));
  }

  static void limit(Spending spending, RateLimit limit) {
    spending.settle(begin(spending), Outcome.rateLimited(limit, 1));
  }

  static Later later(Duration delay, Cause cause) {
    return new Later(delay, cause);
  }

  static Exhausted never(Cause cause) {
    return new Exhausted(cause, Optional.empty());
  }
}
