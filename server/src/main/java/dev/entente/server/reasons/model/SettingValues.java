package dev.entente.server.reasons.model;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Settings by name, looked at before they are used. What one holds is never quoted.
///
/// @param settings gives what a setting holds, if it is set
record SettingValues(Function<String, Optional<String>> settings) {
  private static final Pattern KEY = Pattern.compile("[!-~]{1,500}");
  private static final Pattern MODEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/@+-]{0,199}");
  private static final Pattern MODEL_IN_PATH = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
  private static final int LAST_PORT = 65_535;

  // Only the names of this machine itself: another may lead elsewhere tomorrow.
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[?::1]?");

  static <T> T require(String name, Optional<T> value) {
    return value.orElseThrow(() -> new IllegalArgumentException(name + " must be set too"));
  }

  Optional<String> get(String name) {
    return settings.apply(name).filter(value -> !value.isEmpty());
  }

  Optional<String> key(String name) {
    return matching(name, KEY, "must be one word of ASCII characters, as the provider gave it");
  }

  Optional<String> model(String name) {
    return matching(name, MODEL, "must be the name of a model, such as llama3.1:8b");
  }

  /// A model's name that becomes a part of the address.
  Optional<String> modelInPath(String name) {
    return matching(
        name, MODEL_IN_PATH, "must be the name of a model, such as gemini-3.5-flash-lite");
  }

  private Optional<String> matching(String name, Pattern pattern, String otherwise) {
    Optional<String> value = get(name);
    if (value.isPresent() && !pattern.matcher(value.get()).matches()) {
      throw new IllegalArgumentException(name + " " + otherwise);
    }
    return value;
  }

  /// An address, without the slashes at its end.
  ///
  /// @param hasKey whether a key is sent there, which asks for `https`, or for this machine itself
  Optional<URI> url(String name, boolean hasKey) {
    return get(name).map(text -> url(name, text, hasKey));
  }

  private static URI url(String name, String text, boolean hasKey) {
    try {
      var url = new URI(text.replaceFirst("/++$", ""));
      if (isWeb(url) && (!hasKey || isSafe(url))) {
        return url;
      }
    } catch (URISyntaxException e) {
      // what is wrong with it would quote it
    }
    throw new IllegalArgumentException(
        name
            + " must look like https://host/path, without a user, a ? and a #; plain http is for"
            + " this machine only where a key is sent");
  }

  private static boolean isWeb(URI url) {
    return ("https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme()))
        && url.getHost() != null
        && url.getPort() <= LAST_PORT
        && url.getPort() != 0
        && url.getRawUserInfo() == null
        && url.getRawQuery() == null
        && url.getRawFragment() == null;
  }

  private static boolean isSafe(URI url) {
    return "https".equalsIgnoreCase(url.getScheme()) || LOOPBACK.matcher(url.getHost()).matches();
  }
}
