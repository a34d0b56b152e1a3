package dev.entente.durable.log;

/// A line as it is kept. Immutable.
///
/// @param id larger than that of every earlier line of the run
/// @param stepHash the step's key in the state; empty between steps
/// @param attempt counted from 0
public record KeptLine(long id, String stepHash, int attempt, LogLine line) {}
