package dev.entente.durable.store;

import java.time.Instant;
import java.util.Optional;

/// A run to be kept. Immutable.
///
/// @param singletonKey what it is the only one for; empty if any number may go on
public record NewRun(
    String id,
    String functionId,
    String eventId,
    Instant queuedAt,
    Optional<String> singletonKey,
    RunOrigin origin) {}
