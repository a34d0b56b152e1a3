package dev.entente.server.channels;

/// An alert that did not arrive. Its message is for logs and answers: it names neither the address
/// nor a secret.
public final class UndeliveredException extends Exception {
  private static final long serialVersionUID = 1;

  private final boolean isGone;

  private UndeliveredException(String reason, boolean isGone) {
    super(reason);
    this.isGone = isGone;
  }

  /// It may arrive another time.
  public static UndeliveredException because(String reason) {
    return new UndeliveredException(reason, false);
  }

  /// The receiver wants nothing any more.
  static UndeliveredException gone(String reason) {
    return new UndeliveredException(reason, true);
  }

  /// Tells whether nothing more is to be sent.
  public boolean isGone() {
    return isGone;
  }
}
