package dev.entente.server.reasons.work;

/// A model could not answer about so many matchings at once.
final class TooMuchException extends Exception {
  private static final long serialVersionUID = 1;

  TooMuchException() {
    super("too many matchings in one request", null, false, false);
  }
}
