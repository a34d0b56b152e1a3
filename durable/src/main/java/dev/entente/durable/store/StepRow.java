package dev.entente.durable.store;

import dev.entente.durable.call.StepKind;
import java.util.Optional;

/// A step as the engine works on it. Immutable.
///
/// @param attempt the next one
/// @param isPending whether it has not ended
/// @param invokedRun what an invocation waits for
public record StepRow(
    String id, StepKind kind, int attempt, boolean isPending, Optional<String> invokedRun) {}
