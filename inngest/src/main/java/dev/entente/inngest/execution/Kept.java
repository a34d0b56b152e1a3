package dev.entente.inngest.execution;

import dev.entente.inngest.function.NonRetriableException;
import dev.entente.inngest.json.Json;
import org.jspecify.annotations.Nullable;

/// What a run's state can keep.
final class Kept {
  /// Most bytes of one result, as JSON.
  static final int LARGEST = 4 << 20;

  /// Most objects and arrays nested in each other: the state adds some of its own.
  static final int DEEPEST = 500;

  private Kept() {}

  /// Makes a value that comes back as it went.
  ///
  /// @param what gave it, for messages
  /// @throws NonRetriableException if it is no JSON, too large, too deep, or has a number that
  ///   would change
  static Json of(String what, @Nullable Object value) {
    Json json = json(what, value);
    if (json.depth() > DEEPEST) {
      throw new NonRetriableException(
          "the result of %s is nested deeper than %d".formatted(what, DEEPEST));
    }
    int size = json.toBytes().length;
    if (size > LARGEST) {
      throw new NonRetriableException(
          "the result of %s has %d bytes, and a run keeps at most %d (4 MiB) of one: store it elsewhere and return its id"
              .formatted(what, size, LARGEST));
    }
    json.firstInexactNumber()
        .ifPresent(
            place -> {
              throw new NonRetriableException(
                  "the result of %s has a number%s that would change, as a run keeps numbers as doubles: return it as text"
                      .formatted(what, place));
            });
    return json;
  }

  private static Json json(String what, @Nullable Object value) {
    try {
      return Json.of(value);
    } catch (IllegalArgumentException e) {
      throw new NonRetriableException("the result of %s: %s".formatted(what, e.getMessage()), e);
    }
  }
}
