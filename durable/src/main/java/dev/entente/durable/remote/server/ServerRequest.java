package dev.entente.durable.remote.server;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A request of an SDK, as any HTTP server has it. The body is not copied and must not change.
public final class ServerRequest {
  private final String method;
  private final String path;
  private final Map<String, String> headers = new TreeMap<>();
  private final byte[] body;

  /// Takes a request.
  ///
  /// @param method such as `POST`
  /// @param path as it stands in the address, without the query
  /// @param headers named in any case; the first value of each is taken
  /// @param body empty if none came
  public ServerRequest(String method, String path, Map<String, List<String>> headers, byte[] body) {
    this.method = method;
    this.path = path;
    this.body = body;
    headers.forEach(
        (name, values) ->
            values.stream()
                .limit(1)
                .forEach(value -> this.headers.putIfAbsent(name.toLowerCase(Locale.ROOT), value)));
  }

  String method() {
    return method;
  }

  String path() {
    return path;
  }

  /// The value of a header, named in lower case.
  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  byte[] body() {
    return body;
  }
}
