package dev.entente.durable.store;

import java.util.Optional;

/// What a step waits for. Immutable.
///
/// @param name of the event
/// @param condition in CEL; empty takes the first of the name
public record WantedEvent(String name, Optional<String> condition) {}
