package dev.entente.inngest.json;

/// A text that is no JSON. Never quotes it.
public final class MalformedJsonException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private MalformedJsonException(String message) {
    super(message);
  }

  static MalformedJsonException at(int line, int column) {
    return new MalformedJsonException(
        "not JSON, at line %d, column %d".formatted(Math.max(1, line), Math.max(1, column)));
  }

  static MalformedJsonException beyondLimits() {
    return new MalformedJsonException(
        "not JSON that is read: nested deeper than 1,000, or with a number of more than 1,000 digits"
            + " or a name of more than 50,000 characters");
  }
}
