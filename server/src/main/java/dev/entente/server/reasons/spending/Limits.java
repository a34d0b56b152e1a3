package dev.entente.server.reasons.spending;

import dev.entente.server.reasons.spending.Budget.Spent;
import dev.entente.server.reasons.spending.Decision.Cause;
import dev.entente.server.reasons.spending.Decision.Exhausted;
import dev.entente.server.reasons.spending.Decision.Later;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// What keeps a call from being made: first what ends the work, then what passes.
record Limits(SpendingSettings settings) {
  // A call takes seconds; asking again costs milliseconds.
  private static final Duration UNTIL_A_CALL_ENDS = Duration.ofMillis(500);

  /// Why a call may not be made; empty if it may.
  Optional<Decision> refusal(Wish wish, Standing standing) {
    return halt(wish, standing).or(() -> crowd(wish, standing));
  }

  /// The same, but for what is over within moments.
  Optional<Decision> halt(Wish wish, Standing standing) {
    return unsuitable(wish, standing)
        .or(() -> runBudget(wish, standing))
        .or(() -> dayBudget(wish, standing))
        .or(() -> resting(standing))
        .or(() -> paused(standing));
  }

  private Optional<Decision> unsuitable(Wish wish, Standing standing) {
    if (standing.totals().isStopped()) {
      return never(Cause.STOPPED);
    }
    if (settings.isCostLimited() && standing.price().isEmpty()) {
      return never(Cause.NO_PRICE);
    }
    return wish.estimate().total() > settings.tokensPerMinute()
        ? never(Cause.TOKENS_PER_MINUTE)
        : Optional.empty();
  }

  private static Optional<Decision> never(Cause cause) {
    return Optional.of(new Exhausted(cause, Optional.empty()));
  }

  private Optional<Decision> runBudget(Wish wish, Standing standing) {
    Spent spent = standing.totals().run().plus(more(wish, standing));
    return wish.run()
        .flatMap(_ -> settings.perRun().exceededBy(spent, Cause.TOKENS_PER_RUN, Cause.COST_PER_RUN))
        .flatMap(Limits::never);
  }

  private Optional<Decision> dayBudget(Wish wish, Standing standing) {
    Spent more = more(wish, standing);
    return exceedsDay(more)
        .flatMap(Limits::never)
        .or(
            () ->
                exceedsDay(standing.totals().day().plus(more))
                    .map(cause -> new Exhausted(cause, Optional.of(tomorrow(standing.now())))));
  }

  private Optional<Cause> exceedsDay(Spent spent) {
    return settings.perDay().exceededBy(spent, Cause.TOKENS_PER_DAY, Cause.COST_PER_DAY);
  }

  private static Spent more(Wish wish, Standing standing) {
    long cost = standing.price().map(price -> price.of(wish.estimate())).orElse(0L);
    return new Spent(wish.estimate().total(), cost);
  }

  private static Instant tomorrow(Instant now) {
    return day(now).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /// The day of an instant, in UTC.
  static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  private static Optional<Decision> resting(Standing standing) {
    return standing.breaker().rest().flatMap(rest -> resting(rest, standing));
  }

  private static Optional<Decision> resting(Breaker.Rest rest, Standing standing) {
    if (rest.until().isAfter(standing.now())) {
      return Optional.of(
          rest.cause() == Cause.REFUSED
              ? new Exhausted(rest.cause(), Optional.of(rest.until()))
              : later(rest.until(), rest.cause(), standing));
    }
    return standing.breaker().isTried()
        ? Optional.of(new Later(UNTIL_A_CALL_ENDS, rest.cause()))
        : Optional.empty();
  }

  private static Later later(Instant until, Cause cause, Standing standing) {
    return new Later(Duration.between(standing.now(), until), cause);
  }

  private static Optional<Decision> paused(Standing standing) {
    return standing
        .pause()
        .map(
            pause ->
                pause.isDaily()
                    ? new Exhausted(Cause.QUOTA, Optional.of(pause.until()))
                    : later(pause.until(), Cause.PAUSED, standing));
  }

  private Optional<Decision> crowd(Wish wish, Standing standing) {
    Window window = standing.window();
    Stream<Optional<Later>> reasons =
        Stream.of(
            window
                .roomForACall(settings.requestsPerMinute())
                .map(room -> later(room, Cause.REQUESTS_PER_MINUTE, standing)),
            window
                .roomForTokens(wish.estimate().total(), settings.tokensPerMinute())
                .map(room -> later(room, Cause.TOKENS_PER_MINUTE, standing)),
            window.going() < settings.concurrency()
                ? Optional.empty()
                : Optional.of(new Later(UNTIL_A_CALL_ENDS, Cause.CONCURRENCY)));
    return reasons
        .flatMap(Optional::stream)
        .max(Comparator.comparing(Later::delay))
        .map(Decision.class::cast);
  }
}
