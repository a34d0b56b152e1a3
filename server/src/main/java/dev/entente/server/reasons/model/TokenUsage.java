package dev.entente.server.reasons.model;

/// What a call took, as the service counted it.
///
/// @param input tokens that were read; a count below 0 is none
/// @param output tokens that were written, with those of thinking, which cost as much; likewise
public record TokenUsage(int input, int output) {
  public TokenUsage {
    input = Math.max(0, input);
    output = Math.max(0, output);
  }
}
