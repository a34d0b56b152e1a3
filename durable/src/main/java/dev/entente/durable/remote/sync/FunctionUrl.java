package dev.entente.durable.remote.sync;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The address of a function, without the host: calls go to the host that the app was given with,
/// whatever address it tells of itself. Immutable.
///
/// @param path as it stands in an address
/// @param parameters as they stand there, all but the step's
public record FunctionUrl(String path, List<String> parameters) {
  private static final String FUNCTION = "fnId=";
  private static final String STEP = "stepId=";

  public FunctionUrl {
    parameters = List.copyOf(parameters);
  }

  /// Reads the address that an app tells of a function.
  ///
  /// @throws IllegalArgumentException if it is none of HTTP
  static FunctionUrl read(String functionId, String text) {
    try {
      URI url = new URI(text);
      if (("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
          && url.getRawPath() != null) {
        return of(functionId, url);
      }
    } catch (URISyntaxException e) {
      // said below
    }
    throw new IllegalArgumentException(
        "steps.step.runtime.url must be an address of HTTP such as https://host/api/inngest?fnId=…");
  }

  /// The address of a function at an endpoint.
  public static FunctionUrl of(String functionId, URI endpoint) {
    List<String> parameters = new ArrayList<>();
    boolean isNamed = false;
    String query = endpoint.getRawQuery() == null ? "" : endpoint.getRawQuery();
    for (String parameter : query.split("&", -1)) {
      if (!parameter.isEmpty() && !parameter.startsWith(STEP)) {
        parameters.add(parameter);
        isNamed |= parameter.startsWith(FUNCTION);
      }
    }
    if (!isNamed) {
      parameters.add(FUNCTION + encoded(functionId));
    }
    return new FunctionUrl(endpoint.getRawPath(), parameters);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /// The address of one of its steps.
  ///
  /// @param origin scheme, host and port
  public URI at(String origin, String step) {
    return URI.create(
        origin + path + "?" + String.join("&", parameters) + "&" + STEP + encoded(step));
  }
}
