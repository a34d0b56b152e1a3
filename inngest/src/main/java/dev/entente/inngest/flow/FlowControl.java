package dev.entente.inngest.flow;

import java.util.List;
import java.util.Optional;

/// All that limits how a function's runs start and go on. Immutable; lists are copied.
///
/// @param concurrency at most two of steps and one of runs
/// @param priority a CEL expression that gives seconds: how much earlier than others a run starts
/// @param cancelOn at most five
/// @param idempotency a CEL expression; of the events with one value of it within 24 hours only the
///   first starts a run. The server puts it in the place of `rateLimit`
public record FlowControl(
    List<Concurrency> concurrency,
    Optional<Throttle> throttle,
    Optional<RateLimit> rateLimit,
    Optional<String> idempotency,
    Optional<Debounce> debounce,
    Optional<EventBatch> batch,
    Optional<String> priority,
    List<CancelOn> cancelOn,
    Optional<Singleton> singleton,
    Optional<Timeouts> timeouts) {
  /// No limits.
  public static final FlowControl NONE =
      new FlowControl(
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty());

  private static final int MOST_OF_STEPS = 2;
  private static final int MOST_OF_RUNS = 1;
  private static final int MOST_CANCELLATIONS = 5;

  public FlowControl {
    concurrency = List.copyOf(concurrency);
    cancelOn = List.copyOf(cancelOn);
    Checks.expression("the priority of a function", priority);
    Checks.expression("the idempotency of a function", idempotency);
    requireAtMost(MOST_OF_STEPS, concurrency, Concurrency.Subject.STEPS);
    requireAtMost(MOST_OF_RUNS, concurrency, Concurrency.Subject.RUNS);
    Checks.require(
        cancelOn.size() <= MOST_CANCELLATIONS,
        "a function has at most %d cancellations, got: %d"
            .formatted(MOST_CANCELLATIONS, cancelOn.size()));
    Checks.require(
        batch.isEmpty()
            || (cancelOn.isEmpty()
                && debounce.isEmpty()
                && singleton.isEmpty()
                && priority.isEmpty()),
        "a function with batches has no cancellation, debounce, singleton or priority");
  }

  private static void requireAtMost(
      int most, List<Concurrency> limits, Concurrency.Subject subject) {
    long count = limits.stream().filter(limit -> limit.subject() == subject).count();
    Checks.require(
        count <= most,
        "a function has at most %d concurrency of %s, got: %d".formatted(most, subject, count));
  }
}
