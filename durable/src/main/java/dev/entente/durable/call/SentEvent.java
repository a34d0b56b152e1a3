package dev.entente.durable.call;

import dev.entente.inngest.function.Event;

/// An event on its way. Immutable.
///
/// @param id the one it gets, a ULID
public record SentEvent(String id, Event event) {}
