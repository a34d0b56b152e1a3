package dev.entente.inngest.serve;

import dev.entente.inngest.function.FunctionBody;
import dev.entente.inngest.function.InngestFunction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What is served: functions with different ids under the name of an app. Immutable; the list is
/// copied.
///
/// @param id the app's name for the server, 1 to 255 characters without blanks
/// @param framework what serves HTTP, such as `jdk-http`
public record App(String id, String framework, List<InngestFunction> functions) {
  static final String FAILURE = "-failure";
  static final int FAILURE_RETRIES = 1;

  private static final Pattern WORD = Pattern.compile("[\\x21-\\x7E]{1,255}");

  public App {
    functions = List.copyOf(functions);
    require(WORD.matcher(id).matches(), "the id of an app is 1 to 255 visible ASCII characters");
    require(WORD.matcher(framework).matches(), "a framework's name is visible ASCII characters");
    callables(id, functions);
  }

  /// Code that the server calls.
  ///
  /// @param retries of it
  record Callable(FunctionBody body, int retries) {}

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }

  static String composite(String appId, String functionId) {
    return appId + "-" + functionId;
  }

  /// Each function and failure handler, by the id that the server knows.
  Map<String, Callable> callables() {
    return callables(id, functions);
  }

  private static Map<String, Callable> callables(String appId, List<InngestFunction> functions) {
    Map<String, Callable> callables = new LinkedHashMap<>();
    for (InngestFunction function : functions) {
      String composite = composite(appId, function.id());
      put(callables, composite, new Callable(function.body(), function.retries()));
      function
          .failureHandler()
          .map(handler -> new Callable(handler, FAILURE_RETRIES))
          .ifPresent(handler -> put(callables, composite + FAILURE, handler));
    }
    return callables;
  }

  private static void put(Map<String, Callable> callables, String id, Callable callable) {
    if (callables.putIfAbsent(id, callable) != null) {
      throw new IllegalArgumentException(
          "two functions have the id %s (a failure handler has its function's and %s)"
              .formatted(id, FAILURE));
    }
  }

  /// How many functions the server sees, failure handlers included.
  int size() {
    return callables().size();
  }
}
