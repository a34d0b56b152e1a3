package dev.entente.inngest.serve;

import dev.entente.inngest.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/// An answer before the headers that all have. Immutable.
///
/// @param headers of this one alone
record Answer(int status, Map<String, String> headers, Json body) {
  private static final String NO_RETRY = "X-Inngest-No-Retry";
  private static final String RETRY_AFTER = "Retry-After";

  static Answer of(int status, Json body) {
    return new Answer(status, Map.of(), body);
  }

  static Answer of(int status, Object body) {
    return of(status, Json.of(body));
  }

  /// A refusal.
  ///
  /// @param code for programs
  /// @param message what is wrong, and what to do about it
  static Answer refusal(int status, String code, String message) {
    Map<String, String> body = new LinkedHashMap<>();
    body.put("code", code);
    body.put("message", message);
    return of(status, body);
  }

  Answer with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Answer(status, more, body);
  }

  Answer retried(boolean isRetried) {
    return with(NO_RETRY, String.valueOf(!isRetried));
  }

  Answer after(String time) {
    return with(RETRY_AFTER, time);
  }
}
