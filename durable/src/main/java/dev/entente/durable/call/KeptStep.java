package dev.entente.durable.call;

import dev.entente.inngest.execution.Memo;

/// A step that has ended, or is to be run with an edited input. Immutable.
///
/// @param hash its key in the state
/// @param kind how its memo reads on the wire
public record KeptStep(String hash, StepKind kind, Memo memo) {}
