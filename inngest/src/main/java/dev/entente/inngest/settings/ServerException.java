package dev.entente.inngest.settings;

/// A call that the server did not answer as it should. Says which, and never with which key.
public final class ServerException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final boolean isTransient;

  /// Says what went wrong.
  ///
  /// @param isTransient whether the same call may do later
  public ServerException(String message, boolean isTransient) {
    super(message);
    this.isTransient = isTransient;
  }

  /// Tells whether the same call may do later.
  public boolean isTransient() {
    return isTransient;
  }
}
