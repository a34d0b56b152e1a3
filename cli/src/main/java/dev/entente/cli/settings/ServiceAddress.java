package dev.entente.cli.settings;

import dev.entente.cli.terminal.CommandFailure;
import dev.entente.cli.terminal.Messages;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/// Where commands look for the running service.
///
/// @param url without a slash at its end
/// @param isNamed whether the user or the service itself named it: a key must go nowhere else,
///   because anybody may listen on the usual port
public record ServiceAddress(URI url, boolean isNamed) {
  private static final URI USUAL = URI.create("http://127.0.0.1:8080");
  private static final int LAST_PORT = 65_535;

  /// Finds the address: the option `--url`, else `ENTENTE_URL`, else what a service or demo that
  /// still runs wrote into the data folder, else `http://127.0.0.1:8080`.
  ///
  /// @throws CommandFailure if what is given is no address of a service
  public static ServiceAddress find(Optional<String> option, Settings settings, Messages messages) {
    if (option.isPresent()) {
      return named(option.get())
          .orElseThrow(() -> CommandFailure.wrongUsage(messages.text("service.url", "--url")));
    }
    Optional<String> setting = settings.get("ENTENTE_URL");
    if (setting.isPresent()) {
      return named(setting.get())
          .orElseThrow(() -> CommandFailure.failed(messages.text("service.url", "ENTENTE_URL")));
    }
    return ServiceFile.findRunning(settings, messages)
        .flatMap(file -> named(file.url().toString()))
        .orElse(new ServiceAddress(USUAL, false));
  }

  /// Tells whether a text is an address of a service.
  public static boolean isAddress(String text) {
    return named(text).isPresent();
  }

  private static Optional<ServiceAddress> named(String text) {
    try {
      var url = new URI(text.replaceFirst("/+$", ""));
      return isService(url) ? Optional.of(new ServiceAddress(url, true)) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  // A user and a password would be shown wherever the address is.
  private static boolean isService(URI url) {
    return ("http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme()))
        && url.getHost() != null
        && url.getPort() <= LAST_PORT
        && url.getPort() != 0
        && url.getRawUserInfo() == null
        && url.getRawQuery() == null
        && url.getRawFragment() == null;
  }
}
