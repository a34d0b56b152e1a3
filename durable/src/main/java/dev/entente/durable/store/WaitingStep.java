package dev.entente.durable.store;

import java.util.Optional;

/// A step that waits for an event. Immutable.
///
/// @param event that started its run
public record WaitingStep(
    String runId, String hash, int round, Optional<String> condition, StoredEvent event) {}
