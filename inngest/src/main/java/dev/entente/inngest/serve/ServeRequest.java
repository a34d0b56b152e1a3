package dev.entente.inngest.serve;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A request to the endpoint, as any HTTP server has it. The body is not copied and must not
/// change.
public final class ServeRequest {
  private final String method;
  private final URI url;
  private final Map<String, String> headers = new TreeMap<>();
  private final byte[] body;

  private ServeRequest(String method, URI url, byte[] body) {
    this.method = method;
    this.url = url;
    this.body = body;
  }

  /// Takes a request.
  ///
  /// @param method such as `POST`
  /// @param url as the caller wrote it, with scheme, host and query
  /// @param headers named in any case; the first value of each is taken
  /// @param body the bytes as they came, empty if none did: a signature fits no others
  public static ServeRequest of(
      String method, URI url, Map<String, List<String>> headers, byte[] body) {
    var request = new ServeRequest(method, url, body);
    headers.forEach(
        (name, values) ->
            values.stream()
                .limit(1)
                .forEach(
                    value -> request.headers.putIfAbsent(name.toLowerCase(Locale.ROOT), value)));
    return request;
  }

  String method() {
    return method;
  }

  URI url() {
    return url;
  }

  Query query() {
    return Query.of(url);
  }

  /// The value of a header, named in lower case.
  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  byte[] body() {
    return body;
  }
}
