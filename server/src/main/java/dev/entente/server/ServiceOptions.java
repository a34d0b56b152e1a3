package dev.entente.server;

import dev.entente.cli.settings.Settings;
import dev.entente.cli.terminal.CommandFailure;
import dev.entente.cli.terminal.Messages;
import dev.entente.server.accounts.Access;
import dev.entente.server.channels.AlertSettings;
import dev.entente.server.engine.EngineChoice;
import dev.entente.server.nights.NightSettings;
import dev.entente.server.ops.DatabaseUrl;
import dev.entente.server.runs.NightSchedule;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// How a service is started.
///
/// @param port `0..65_535`; 0 takes a free one
/// @param address it listens on
/// @param access who may call
/// @param database a server of the user's; absent starts one in the data folder
/// @param dataFolder where database, log and the service's own address are kept
/// @param engine what runs the functions
/// @param nights when a run begins by itself, and must be completed
/// @param alerts who is told of a bad night
/// @param reasons how reasons are written
record ServiceOptions(
    int port,
    String address,
    Access access,
    Optional<DatabaseUrl> database,
    Path dataFolder,
    EngineChoice engine,
    NightSettings nights,
    AlertSettings alerts,
    ReasonOptions reasons) {
  /// The settings that [#apart] leaves out.
  static final Set<String> NOT_APART =
      Set.of(
          "DATABASE_URL",
          "ENTENTE_ALERT_MAIL_FROM",
          "ENTENTE_ALERT_MAIL_TO",
          "ENTENTE_ALERT_WEBHOOK_SECRET",
          "ENTENTE_ALERT_WEBHOOK_URL",
          "ENTENTE_SMTP_URL");

  private static final String LOOPBACK = "127.0.0.1";
  private static final String EVERYWHERE = "0.0.0.0";
  private static final int LAST_PORT = 65_535;

  /// Reads what is set, and refuses what would be insecure.
  ///
  /// @throws CommandFailure that says which setting is wrong, and never what it holds
  static ServiceOptions of(int port, Settings settings, Messages messages) {
    if (port < 0 || port > LAST_PORT) {
      throw CommandFailure.wrongUsage(messages.text("serve.port.range", String.valueOf(port)));
    }
    Access access = access(settings, messages);
    String address = address(access, settings, messages);
    return new ServiceOptions(
        port,
        address,
        access,
        database(settings, messages),
        settings.dataFolder(),
        engine(address, settings, messages),
        nights(settings, messages),
        set(() -> AlertSettings.of(settings::get, messages.language()), messages),
        set(() -> ReasonOptions.of(settings::get, messages.language()), messages));
  }

  private static Access access(Settings settings, Messages messages) {
    try {
      return new Access(settings.get("ENTENTE_API_KEY"));
    } catch (IllegalArgumentException e) {
      throw CommandFailure.failed(
          messages.text("serve.key.short", String.valueOf(Access.SHORTEST_KEY)));
    }
  }

  private static String address(Access access, Settings settings, Messages messages) {
    Optional<String> address = settings.get("ENTENTE_ADDRESS");
    if (access.key().isEmpty() && address.isPresent() && !LOOPBACK.equals(address.get())) {
      throw CommandFailure.failed(messages.text("serve.address.open"));
    }
    return address.orElse(access.key().isPresent() ? EVERYWHERE : LOOPBACK);
  }

  private static EngineChoice engine(String address, Settings settings, Messages messages) {
    EngineChoice engine = set(() -> EngineChoice.of(settings::get), messages);
    if (engine.inngest().isOpen() && !LOOPBACK.equals(address)) {
      throw CommandFailure.failed(messages.text("serve.inngest.open"));
    }
    return engine;
  }

  private static NightSettings nights(Settings settings, Messages messages) {
    return set(() -> NightSettings.of(NightSchedule.of(settings::get), settings::get), messages);
  }

  private static <T> T set(Supplier<T> reading, Messages messages) {
    try {
      return reading.get();
    } catch (IllegalArgumentException e) {
      throw CommandFailure.failed(messages.text("serve.setting", String.valueOf(e.getMessage())));
    }
  }

  private static Optional<DatabaseUrl> database(Settings settings, Messages messages) {
    return settings
        .get("DATABASE_URL")
        .map(
            text ->
                DatabaseUrl.parse(text)
                    .orElseThrow(
                        () -> CommandFailure.failed(messages.text("serve.database.form"))));
  }

  /// Makes sure that somebody may listen, before anything is started for it.
  ///
  /// @throws CommandFailure that names the port or the address
  void requireFreePort(Messages messages) {
    try (var _ = new ServerSocket(port, 1, InetAddress.getByName(address))) {
      return;
    } catch (BindException e) {
      boolean isElsewhere = String.valueOf(e.getMessage()).contains("assign");
      throw CommandFailure.failed(
          isElsewhere
              ? messages.text("serve.address.elsewhere", address)
              : messages.text("serve.port.busy", String.valueOf(port)));
    } catch (IOException e) {
      throw CommandFailure.failed(messages.text("serve.address.elsewhere", address));
    }
  }

  /// The same in another folder, on its own database, of whose nights nobody is told.
  ServiceOptions apart(Path folder) {
    return new ServiceOptions(
        port,
        address,
        access,
        Optional.empty(),
        folder,
        engine,
        nights,
        AlertSettings.none(alerts.language()),
        reasons);
  }
}
