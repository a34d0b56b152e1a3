package dev.entente.inngest.function;

/// A failure that no retry would help: thrown in a step it fails the step, thrown outside it fails
/// the run, whatever attempts are left.
public class NonRetriableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// Fails for good.
  ///
  /// @param message what is wrong, and what to do about it
  public NonRetriableException(String message) {
    super(message);
  }

  /// Fails for good.
  ///
  /// @param message what is wrong, and what to do about it
  public NonRetriableException(String message, Throwable cause) {
    super(message, cause);
  }
}
