package dev.entente.durable.log;

/// A line, and the step whose code has logged it. Immutable.
///
/// @param stepHash the step's key in the state; empty between steps
public record StepLine(String stepHash, LogLine line) {}
