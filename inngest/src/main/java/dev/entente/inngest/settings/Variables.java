package dev.entente.inngest.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Variables of an environment; a refusal names the variable and never what it holds.
record Variables(Map<String, String> environment) {
  private static final Pattern HEADER = Pattern.compile("[\\x21-\\x7E]+");
  private static final Pattern PATH =
      Pattern.compile("/(?:[\\x21-\\x7E&&[^?#%]]|%[0-9a-fA-F]{2})*+");
  private static final int LAST_PORT = 65_535;
  private static final Pattern HOST = Pattern.compile("localhost|.*[.:\\]].*");

  Optional<String> value(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }

  /// A word that a header or an address can carry.
  Optional<String> text(String name) {
    return value(name).map(value -> matching(name, value, HEADER, "visible ASCII characters"));
  }

  Optional<String> path(String name) {
    return value(name).map(value -> matching(name, value, PATH, "a path such as /api/inngest"));
  }

  private static String matching(String name, String value, Pattern form, String words) {
    if (!form.matcher(value).matches()) {
      throw new IllegalArgumentException(name + " must be " + words);
    }
    return value;
  }

  Optional<SigningKey> signingKey(String name) {
    return value(name).map(value -> SigningKey.of(name, value));
  }

  /// `1` or `true`, `0` or `false`; empty for anything else.
  Optional<Boolean> flag(String name) {
    return switch (value(name).map(value -> value.toLowerCase(Locale.ROOT)).orElse("")) {
      case "1", "true" -> Optional.of(true);
      case "0", "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /// Whether something is allowed, as it is unless somebody forbids it.
  boolean permission(String name) {
    Optional<Boolean> flag = flag(name);
    if (flag.isEmpty() && value(name).isPresent()) {
      throw new IllegalArgumentException(name + " must be 1 or true, 0 or false");
    }
    return flag.orElse(true);
  }

  /// Where a server is: `https://host`, or `host:port` for `http`.
  Optional<URI> origin(String name) {
    return value(name).map(value -> origin(name, value));
  }

  private static URI origin(String name, String value) {
    try {
      URI uri = new URI(value.contains("://") ? value : "http://" + value);
      if (uri.getHost() != null
          && HOST.matcher(uri.getHost() + (value.contains("://") ? "." : portOf(uri))).matches()
          && uri.getUserInfo() == null
          && uri.getPort() <= LAST_PORT
          && (isEmpty(uri.getPath()) || uri.getPath().equals("/"))
          && isEmpty(uri.getQuery())
          && isEmpty(uri.getFragment())
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
        return new URI(uri.getScheme(), null, uri.getHost(), uri.getPort(), null, null, null);
      }
    } catch (URISyntaxException e) {
      // it would be quoted
    }
    throw new IllegalArgumentException(
        name
            + " must be the address of a server without a path, such as http://localhost:8288"
            + (name.equals("INNGEST_DEV") ? ", or 1 or true, 0 or false" : ""));
  }

  private static boolean isEmpty(@Nullable String part) {
    return part == null || part.isEmpty();
  }

  private static String portOf(URI uri) {
    return uri.getPort() < 0 ? "" : ":" + uri.getPort();
  }
}
