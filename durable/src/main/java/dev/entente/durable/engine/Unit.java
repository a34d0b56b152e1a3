package dev.entente.durable.engine;

import dev.entente.durable.call.SentEvent;
import dev.entente.durable.jdbc.Transaction;
import dev.entente.inngest.function.Event;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// What is done at once or not at all: a transaction, its time, and the events that come of it. Of
/// one thread.
final class Unit {
  private final Transaction transaction;
  private final Instant now;
  private final Deque<Outgoing> events = new ArrayDeque<>();

  /// An event that is still to be heard.
  ///
  /// @param sender the run that has sent it, or whose end it tells
  record Outgoing(SentEvent event, Optional<String> sender) {}

  Unit(Transaction transaction, Instant now) {
    this.transaction = transaction;
    this.now = now;
  }

  Transaction transaction() {
    return transaction;
  }

  Instant now() {
    return now;
  }

  /// Sends an event of the engine's own.
  void emit(Event event, String runId) {
    emit(new SentEvent(Ids.next(now), event), Optional.of(runId));
  }

  /// Sends an event that has its id.
  void emit(SentEvent event, Optional<String> sender) {
    events.add(new Outgoing(event, sender));
  }

  /// The next event that nobody has heard.
  Optional<Outgoing> next() {
    return Optional.ofNullable(events.poll());
  }
}
