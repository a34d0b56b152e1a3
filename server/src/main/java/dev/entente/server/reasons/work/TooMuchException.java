package dev.entente.server.reasons.work;

/// A model could not answer about so many matchings at once.
final class TooMuchException extends Exception {
  private static final long serialVersionUID = 1;

  private final int asked;

  TooMuchException(int asked) {
    super("too many matchings in one request: " + asked, null, false, false);
    this.asked = asked;
  }

  /// About how many it was asked.
  int asked() {
    return asked;
  }
}
