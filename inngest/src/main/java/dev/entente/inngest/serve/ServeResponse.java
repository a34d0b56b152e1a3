package dev.entente.inngest.serve;

import java.util.Collections;
import java.util.Map;

/// An answer of the endpoint. The body is not copied and must not be changed.
public final class ServeResponse {
  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;

  ServeResponse(int status, Map<String, String> headers, byte[] body) {
    this.status = status;
    this.headers = Collections.unmodifiableMap(headers);
    this.body = body;
  }

  /// The status of HTTP.
  public int status() {
    return status;
  }

  /// All headers that the answer must have, but those of the connection.
  public Map<String, String> headers() {
    return headers;
  }

  /// JSON in UTF-8.
  public byte[] body() {
    return body;
  }
}
