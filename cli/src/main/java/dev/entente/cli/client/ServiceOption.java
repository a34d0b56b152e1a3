package dev.entente.cli.client;

import dev.entente.cli.settings.Settings;
import dev.entente.cli.terminal.Terminal;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The option of each command that calls the service: where it is.
final class ServiceOption {
  @Option(names = "--url", paramLabel = "URL")
  private @Nullable String url;

  private final Terminal terminal;
  private final Supplier<Settings> settings;

  ServiceOption(Terminal terminal, Supplier<Settings> settings) {
    this.terminal = terminal;
    this.settings = settings;
  }

  /// The service that the option or the settings name.
  Service service() {
    return Service.find(Optional.ofNullable(url), settings.get(), terminal.messages());
  }
}
