package dev.entente.durable.remote;

/// No answer of the app came. Says why, and never with which key.
final class NoAnswerException extends Exception {
  private static final long serialVersionUID = 1;

  NoAnswerException(String message) {
    super(message);
  }

  NoAnswerException(String message, Throwable cause) {
    super(message, cause);
  }
}
