package dev.entente.server.reasons.spending;

import dev.entente.server.reasons.spending.Decision.Cause;
import dev.entente.server.reasons.spending.Outcome.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The circuit breaker of one model: stops calls that would fail, and finds out with one call
/// whether they still do.
///
/// @param failures all calls that failed since one did not, in the order in which they ended
/// @param isTried whether a trial goes on
record Breaker(List<Failure> failures, boolean isTried) {
  /* Resilience4j keeps the state of a breaker in the memory of a process. Here several processes share a
   * key, and each would have to find out by itself, again after every restart, with calls that cost
   * money; so the state is read from the ledger of calls that all of them write, and there is no other. */
  private static final int MOST_UNAVAILABLE = 5;
  private static final int MOST_REFUSED = 2;
  private static final Duration FIRST_REST = Duration.ofMinutes(1);
  private static final Duration LONGEST_REST = Duration.ofHours(1);
  private static final int MOST_DOUBLINGS = 6;

  /// A call that failed.
  ///
  /// @param isTrial whether it was to find out if calls still fail
  record Failure(Status status, boolean isTrial, Instant endedAt) {}

  /// Why calls rest.
  ///
  /// @param until when a trial may be made
  record Rest(Cause cause, Instant until) {}

  /// What keeps calls from being made, or did until a trial may be made; empty if nothing does.
  Optional<Rest> rest() {
    if (count(Status.REFUSED) >= MOST_REFUSED) {
      return Optional.of(new Rest(Cause.REFUSED, last(Status.REFUSED).plus(LONGEST_REST)));
    }
    if (failures.size() >= MOST_UNAVAILABLE) {
      Instant last = failures.getLast().endedAt();
      return Optional.of(new Rest(Cause.UNAVAILABLE, last.plus(length())));
    }
    return Optional.empty();
  }

  // What went on when the circuit opened fails with the rest, and says nothing new: trials do.
  private Duration length() {
    int trials = (int) failures.stream().filter(Failure::isTrial).count();
    Duration length = FIRST_REST.multipliedBy(1L << Math.min(trials, MOST_DOUBLINGS));
    return length.compareTo(LONGEST_REST) < 0 ? length : LONGEST_REST;
  }

  private long count(Status status) {
    return failures.stream().filter(failure -> failure.status() == status).count();
  }

  private Instant last(Status status) {
    return failures.stream()
        .filter(failure -> failure.status() == status)
        .map(Failure::endedAt)
        .reduce(Instant.MIN, (first, second) -> second);
  }
}
