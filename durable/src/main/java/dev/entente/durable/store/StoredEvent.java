package dev.entente.durable.store;

import dev.entente.durable.call.SentEvent;
import dev.entente.inngest.function.Event;
import dev.entente.inngest.json.Json;
import java.time.Instant;
import java.util.Optional;

/// An event as it is kept. Immutable.
///
/// @param id a ULID
/// @param externalId its sender's
/// @param occurredAt to the millisecond
public record StoredEvent(
    String id,
    String name,
    Json data,
    Optional<String> externalId,
    Optional<String> version,
    Instant occurredAt) {
  /// An event that is taken now.
  public static StoredEvent of(SentEvent sent, Instant now) {
    Event event = sent.event();
    return new StoredEvent(
        sent.id(),
        event.name(),
        event.data(),
        event.id(),
        event.version(),
        event.time().orElse(Instant.ofEpochMilli(now.toEpochMilli())));
  }

  /// The event as functions see it: with the sender's id, if it has one.
  public Event toEvent() {
    return new Event(
        name, data, Optional.of(externalId.orElse(id)), Optional.of(occurredAt), version);
  }
}
