package dev.entente.durable.store;

import dev.entente.inngest.execution.StepRef;
import dev.entente.inngest.json.Json;
import java.time.Instant;
import java.util.Optional;

/// Code of a step that was run once. Immutable.
///
/// @param round of the run
/// @param attempt from 0
/// @param input what it was given
public record StepAttempt(
    String runId, StepRef step, int round, int attempt, Optional<Json> input, Instant startedAt) {}
