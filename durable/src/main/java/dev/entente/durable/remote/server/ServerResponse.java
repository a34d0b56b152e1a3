package dev.entente.durable.remote.server;

import dev.entente.inngest.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What an SDK is answered. Immutable.
///
/// @param body JSON
public record ServerResponse(int status, Json body) {
  /// All headers that the answer must have, but those of the connection.
  public Map<String, String> headers() {
    return Map.of("Content-Type", "application/json");
  }

  /// A refusal.
  static ServerResponse refusal(int status, String message) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("status", status);
    body.put("error", message);
    return new ServerResponse(status, Json.of(body));
  }

  /// A refusal of events: none was taken.
  static ServerResponse ofNoEvents(int status, String message) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("ids", List.of());
    body.put("status", status);
    body.put("error", message);
    return new ServerResponse(status, Json.of(body));
  }
}
