package dev.entente.durable.store;

import java.time.Instant;
import java.util.Optional;

/// A run as the engine works on it. Immutable.
public record RunRow(
    String id,
    String functionId,
    String eventId,
    RunStatus status,
    int round,
    int attempt,
    Instant queuedAt,
    Optional<String> singletonKey,
    Optional<RunOrigin.Invoked> invoker) {}
