package dev.entente.durable.retention;

/// How much was deleted. Immutable.
///
/// @param isComplete whether nothing was left to delete; otherwise the time was up, and the next
///   purge goes on
public record Purged(
    long runs,
    long steps,
    long attempts,
    long logLines,
    long events,
    long eventKeys,
    long cronTicks,
    long idempotencyKeys,
    boolean isComplete) {
  static final Purged NOTHING = new Purged(0, 0, 0, 0, 0, 0, 0, 0, true);

  static Purged logLines(long count) {
    return new Purged(0, 0, 0, count, 0, 0, 0, 0, true);
  }

  static Purged events(long count) {
    return new Purged(0, 0, 0, 0, count, 0, 0, 0, true);
  }

  static Purged eventKeys(long count) {
    return new Purged(0, 0, 0, 0, 0, count, 0, 0, true);
  }

  static Purged cronTicks(long count) {
    return new Purged(0, 0, 0, 0, 0, 0, count, 0, true);
  }

  static Purged idempotencyKeys(long count) {
    return new Purged(0, 0, 0, 0, 0, 0, 0, count, true);
  }

  Purged plus(Purged other) {
    return new Purged(
        runs + other.runs,
        steps + other.steps,
        attempts + other.attempts,
        logLines + other.logLines,
        events + other.events,
        eventKeys + other.eventKeys,
        cronTicks + other.cronTicks,
        idempotencyKeys + other.idempotencyKeys,
        isComplete && other.isComplete);
  }

  Purged stopped() {
    return new Purged(
        runs, steps, attempts, logLines, events, eventKeys, cronTicks, idempotencyKeys, false);
  }
}
