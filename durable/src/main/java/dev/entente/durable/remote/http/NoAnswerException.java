package dev.entente.durable.remote.http;

/// No answer of the app came. Says why, and never with which key.
public final class NoAnswerException extends Exception {
  private static final long serialVersionUID = 1;

  NoAnswerException(String message) {
    super(message);
  }

  NoAnswerException(String message, Throwable cause) {
    super(message, cause);
  }
}
