package dev.entente.durable.engine;

import dev.entente.durable.call.SentEvent;
import dev.entente.durable.jdbc.Transaction;
import dev.entente.inngest.function.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is done at once or not at all: a transaction, its time, and the events that come of it. Of
/// one thread.
final class Unit {
  private final Transaction transaction;
  private final Instant now;
  private final List<Outgoing> events = new ArrayList<>();

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

  /// Sends what a run's step has sent.
  void emitAll(List<SentEvent> sent, String runId) {
    sent.forEach(event -> emit(event, Optional.of(runId)));
  }

  /// The events that nobody has heard yet, in their order; each is given once.
  List<Outgoing> drain() {
    List<Outgoing> drained = List.copyOf(events);
    events.clear();
    return drained;
  }
}
