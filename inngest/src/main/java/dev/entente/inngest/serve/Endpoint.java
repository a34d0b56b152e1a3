package dev.entente.inngest.serve;

import dev.entente.inngest.client.Encoding;
import dev.entente.inngest.settings.Settings;
import java.net.URI;
import java.util.Set;

/// Where the server reaches the app.
final class Endpoint {
  private static final Set<String> OWN = Set.of("fnId", "stepId", "deployId", "probe");

  private Endpoint() {}

  /// The address that a request was sent to, as the settings correct it, without the parameters
  /// that the protocol puts there.
  ///
  /// @throws IllegalArgumentException if the request does not say which host it was sent to
  static URI of(URI requested, Settings settings) {
    if (settings.serveOrigin().isEmpty() && requested.getRawAuthority() == null) {
      throw new IllegalArgumentException("the request names no host");
    }
    String origin =
        settings
            .serveOrigin()
            .map(URI::toString)
            .orElseGet(() -> requested.getScheme() + "://" + requested.getRawAuthority());
    String rest = Query.of(requested).without(OWN);
    String path = settings.servePath().orElse(requested.getRawPath());
    return URI.create(origin + path + (rest.isEmpty() ? "" : "?" + rest));
  }

  /// The address of one function.
  static String ofFunction(URI endpoint, String compositeId, String step) {
    return endpoint
        + (endpoint.getRawQuery() == null ? "?" : "&")
        + "fnId="
        + Encoding.encode(compositeId)
        + "&stepId="
        + step;
  }
}
