package dev.entente.server.reasons.model;

/// What a call took, as the service counted it.
///
/// @param input tokens that were read
/// @param output tokens that were written, with those of thinking, which cost as much
public record TokenUsage(int input, int output) {}
