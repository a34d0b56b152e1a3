package dev.entente.server.reasons.spending;

/// Tokens of one call.
///
/// @param input that the model reads, at least 0
/// @param output that it writes, thinking included, at least 0
public record Tokens(int input, int output) {
  /// No tokens.
  public static final Tokens NONE = new Tokens(0, 0);

  public Tokens {
    if (input < 0 || output < 0) {
      throw new IllegalArgumentException(
          "tokens must be >= 0, got: %d and %d".formatted(input, output));
    }
  }

  /// Both.
  long total() {
    return (long) input + output;
  }
}
