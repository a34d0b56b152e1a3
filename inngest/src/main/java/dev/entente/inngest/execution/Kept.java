package dev.entente.inngest.execution;

import dev.entente.inngest.function.NonRetriableException;
import dev.entente.inngest.json.Json;
import org.jspecify.annotations.Nullable;

/// What comes back from the server as it went there.
final class Kept {
  /// Most objects and arrays nested in each other: the state adds some of its own.
  private static final int DEEPEST = 500;

  // Each is measured as JSON, in bytes.
  private static final Limit OF_STEPS =
      new Limit(4 << 20, "a run keeps at most %d (4 MiB) of one step");
  private static final Limit OF_ANSWERS =
      new Limit(8 << 20, "the answer to a call has at most %d (8 MiB)");

  private record Limit(int bytes, String words) {}

  private Kept() {}

  /// What the code of a step gave.
  ///
  /// @throws NonRetriableException if it is no JSON, larger than 4 MiB, too deep, or has a number
  ///   that would change
  static Json result(String stepId, @Nullable Object value) {
    return of("the result of step " + stepId, value, OF_STEPS);
  }

  /// What a function gave.
  ///
  /// @throws NonRetriableException if it is no JSON, larger than 8 MiB, too deep, or has a number
  ///   that would change
  static Json result(@Nullable Object value) {
    return of("the result of the function", value, OF_ANSWERS);
  }

  /// What a step is given.
  ///
  /// @throws NonRetriableException if it is no JSON, larger than 4 MiB, too deep, or has a number
  ///   that would change
  static Json input(String stepId, @Nullable Object value) {
    return of("the input of step " + stepId, value, OF_STEPS);
  }

  private static Json of(String what, @Nullable Object value, Limit limit) {
    Json json = json(what, value);
    if (json.depth() > DEEPEST) {
      throw new NonRetriableException("%s is nested deeper than %d".formatted(what, DEEPEST));
    }
    int size = json.toExactBytes().orElseThrow(() -> halfOfAPair(what)).length;
    if (size > limit.bytes()) {
      throw new NonRetriableException(
          "%s has %d bytes, and %s: store it elsewhere and give its id instead"
              .formatted(what, size, limit.words().formatted(limit.bytes())));
    }
    json.firstInexactNumber()
        .ifPresent(
            place -> {
              throw new NonRetriableException(
                  "%s has a number%s that would change, as a run keeps numbers as doubles: give it as text"
                      .formatted(what, place));
            });
    return json;
  }

  private static NonRetriableException halfOfAPair(String what) {
    return new NonRetriableException(
        "%s has half of a pair of surrogates in a text, which no bytes stand for".formatted(what));
  }

  private static Json json(String what, @Nullable Object value) {
    try {
      return Json.of(value);
    } catch (IllegalArgumentException e) {
      throw new NonRetriableException("%s: %s".formatted(what, e.getMessage()), e);
    }
  }
}
