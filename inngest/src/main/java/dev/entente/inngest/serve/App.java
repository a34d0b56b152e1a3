package dev.entente.inngest.serve;

import dev.entente.inngest.function.FunctionBody;
import dev.entente.inngest.function.InngestFunction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What is served: functions with different ids under the name of an app. Immutable; the list is
/// copied.
///
/// @param id the app's name for the server, 1 to 255 characters without blanks
/// @param framework what serves HTTP, such as `jdk-http`
public record App(String id, String framework, List<InngestFunction> functions) {
  static final String FAILURE = "-failure";

  private static final Pattern WORD = Pattern.compile("[\\x21-\\x7E]{1,255}");

  public App {
    functions = List.copyOf(functions);
    require(WORD.matcher(id).matches(), "the id of an app is 1 to 255 visible ASCII characters");
    require(WORD.matcher(framework).matches(), "a framework's name is visible ASCII characters");
    bodies(id, functions);
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }

  static String composite(String appId, String functionId) {
    return appId + "-" + functionId;
  }

  /// The code of each function and failure handler, by the id that the server knows.
  Map<String, FunctionBody> bodies() {
    return bodies(id, functions);
  }

  private static Map<String, FunctionBody> bodies(String appId, List<InngestFunction> functions) {
    Map<String, FunctionBody> bodies = new LinkedHashMap<>();
    for (InngestFunction function : functions) {
      String composite = composite(appId, function.id());
      put(bodies, composite, Optional.of(function.body()));
      put(bodies, composite + FAILURE, function.failureHandler());
    }
    return bodies;
  }

  private static void put(
      Map<String, FunctionBody> bodies, String id, Optional<FunctionBody> body) {
    if (body.isPresent() && bodies.putIfAbsent(id, body.get()) != null) {
      throw new IllegalArgumentException(
          "two functions have the id %s (a failure handler has its function's and %s)"
              .formatted(id, FAILURE));
    }
  }

  /// How many functions the server sees, failure handlers included.
  int size() {
    return bodies().size();
  }
}
