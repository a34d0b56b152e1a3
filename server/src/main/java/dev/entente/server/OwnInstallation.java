package dev.entente.server;

import dev.entente.cli.settings.Settings;
import dev.entente.cli.terminal.Messages;
import dev.entente.cli.terminal.Terminal;
import dev.entente.server.doctor.Diagnosis;
import dev.entente.server.doctor.Doctor;
import dev.entente.server.doctor.Installation;
import dev.entente.server.doctor.Secrets;
import dev.entente.server.doctor.Witnesses;
import dev.entente.server.doctor.settings.KnownSettings;
import dev.entente.server.ops.DatabaseUrl;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What this process was started with, and its examination. Shared by threads.
final class OwnInstallation implements Installation {
  private final ServiceOptions options;
  private final Settings settings;
  private final Terminal terminal;
  private final Supplier<URI> url;
  private final Instant startedAt;

  /// @param settings that the options were read from
  /// @param url where the service answers, once it does
  OwnInstallation(ServiceOptions options, Settings settings, Terminal terminal, Supplier<URI> url) {
    this.options = options;
    this.settings = settings;
    this.terminal = terminal;
    this.url = url;
    startedAt = terminal.clock().instant();
  }

  @Override
  public Diagnosis examine(Locale language) throws InterruptedException {
    Terminal speaking = speaking(language);
    var premises = new Premises(Optional.of(url.get()), options.dataFolder());
    var witnesses = new Witnesses();
    return new Doctor(speaking, secrets(), ProductVersion.TEXT)
        .examine(Checks.ofRunning(settings, premises, speaking, witnesses).all(), witnesses);
  }

  private Terminal speaking(Locale language) {
    return new Terminal(
        terminal.in(),
        terminal.out(),
        terminal.err(),
        false,
        terminal.clock(),
        terminal.nanoTime(),
        Messages.of(Map.of("ENTENTE_LANGUAGE", language.getLanguage())));
  }

  private Secrets secrets() {
    Stream<String> used =
        Stream.concat(
            options.access().key().stream(),
            options.database().flatMap(DatabaseUrl::password).stream());
    return new Secrets(Stream.concat(KnownSettings.secrets(settings), used));
  }

  @Override
  public Started started() {
    return new Started(
        ProductVersion.TEXT, startedAt, options.dataFolder().toAbsolutePath(), url.get());
  }
}
