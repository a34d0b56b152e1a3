package dev.entente.inngest.function;

import dev.entente.inngest.json.Json;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// A call of another function, whose result is waited for. Immutable.
///
/// @param appId of the app that it belongs to; empty means the same as the caller's
/// @param functionId its id without the app's
/// @param data an object, given to it as the data of its event
/// @param timeout how long its result is waited for, at most 366 days; empty means a year
public record Invocation(
    Optional<String> appId, String functionId, Json data, Optional<Duration> timeout) {
  private static final Duration LONGEST = Duration.ofDays(366);

  public Invocation {
    if (!data.isObject()) {
      throw new IllegalArgumentException("the data of an invocation are an object");
    }
    if (timeout.isPresent()
        && (timeout.get().isNegative() || timeout.get().compareTo(LONGEST) > 0)) {
      throw new IllegalArgumentException(
          "a function is waited for at most 366 days, got: " + timeout.get());
    }
  }

  /// A call of a function of the same app.
  public static Invocation of(InngestFunction function) {
    return of(function.id());
  }

  /// A call of a function of the same app.
  ///
  /// @param functionId without the app's
  public static Invocation of(String functionId) {
    return new Invocation(Optional.empty(), functionId, Json.of(Map.of()), Optional.empty());
  }

  /// The same in another app.
  public Invocation ofApp(String id) {
    return new Invocation(Optional.of(id), functionId, data, timeout);
  }

  /// The same with data.
  ///
  /// @param value a record or a map: what JSON writes as an object
  public Invocation with(Object value) {
    return new Invocation(appId, functionId, Json.of(value), timeout);
  }

  /// The same, waited for no longer than this; then a [StepException] is thrown.
  public Invocation within(Duration most) {
    return new Invocation(appId, functionId, data, Optional.of(most));
  }
}
