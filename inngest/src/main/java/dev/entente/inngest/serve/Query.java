package dev.entente.inngest.serve;

import dev.entente.inngest.client.Encoding;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The parameters of an address, the first value of each. Immutable.
record Query(Map<String, String> parameters) {
  static Query of(URI url) {
    Map<String, String> parameters = new LinkedHashMap<>();
    String raw = url.getRawQuery();
    for (String pair : raw == null ? new String[0] : raw.split("&")) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      parameters.putIfAbsent(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
    }
    return new Query(parameters);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text; // not what it should be, and so no name of anything
    }
  }

  /// The value of a parameter; empty if there is none, or it is empty.
  Optional<String> find(String name) {
    return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
  }

  /// Without some parameters, as it stands in an address.
  String without(Set<String> names) {
    return parameters.entrySet().stream()
        .filter(parameter -> !names.contains(parameter.getKey()))
        .map(Query::encoded)
        .collect(Collectors.joining("&"));
  }

  private static String encoded(Map.Entry<String, String> parameter) {
    return Encoding.encode(parameter.getKey()) + "=" + Encoding.encode(parameter.getValue());
  }
}
