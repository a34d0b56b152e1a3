package dev.entente.inngest.client;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Who speaks: the headers that every request and every answer has. Immutable.
///
/// @param framework what serves the functions, such as `jdk-http`
/// @param environment the name of the environment at the server
public record Identity(String framework, Optional<String> environment) {
  /// The language of this SDK, as the protocol names it.
  public static final String LANGUAGE = "java";

  /// The version of this SDK.
  public static final String VERSION = "0.1.0";

  /// Name and version of this SDK.
  public static final String SDK = "entente-java:v" + VERSION;

  /// The version of the protocol: groups are looked at again when all of their steps have ended.
  public static final String PROTOCOL = "2";

  /// All headers.
  public Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("User-Agent", SDK);
    headers.put("X-Inngest-SDK", SDK);
    headers.put("X-Inngest-Req-Version", PROTOCOL);
    headers.put("X-Inngest-Framework", framework);
    environment.ifPresent(name -> headers.put("X-Inngest-Env", name));
    return headers;
  }
}
