package dev.entente.inngest.serve;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A request to the endpoint, as any HTTP server has it. The body is not copied and must not
/// change.
public final class ServeRequest {
  private static final int CHUNK = 1 << 20;
  private static final int MOST_CHUNKS = 64;

  private final String method;
  private final URI url;
  private final Map<String, String> headers = new TreeMap<>();
  private final byte[] body;

  private ServeRequest(String method, URI url, byte[] body) {
    this.method = method;
    this.url = url;
    this.body = body;
  }

  /// Reads a body as adapters of HTTP servers do. Of one that is too large the rest is passed over,
  /// so that whoever sends it reads the answer and no broken connection.
  ///
  /// @return empty if it is larger than [ServeHandler#LARGEST_BODY]: answer with
  ///   [ServeHandler#refuseLarge]
  /// @throws IOException if the caller leaves
  public static Optional<byte[]> readBody(InputStream in) throws IOException {
    byte[] body = in.readNBytes(ServeHandler.LARGEST_BODY + 1);
    if (body.length <= ServeHandler.LARGEST_BODY) {
      return Optional.of(body);
    }
    var rest = new byte[CHUNK];
    for (int i = 0; i < MOST_CHUNKS && in.readNBytes(rest, 0, CHUNK) == CHUNK; i++) {
      // passed over
    }
    return Optional.empty();
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
