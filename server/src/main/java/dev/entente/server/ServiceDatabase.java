package dev.entente.server;

import dev.entente.cli.terminal.CommandFailure;
import dev.entente.cli.terminal.IoReason;
import dev.entente.cli.terminal.Terminal;
import dev.entente.postgres.PostgresEvent;
import dev.entente.postgres.PostgresFailure;
import dev.entente.postgres.PostgresServer;
import dev.entente.server.ops.DatabaseUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The database of a service: a server of the user's, or one beside the product that lives as long
/// as the service.
///
/// @param folder where the service writes beside it
record ServiceDatabase(
    String jdbcUrl,
    Optional<String> user,
    Optional<String> password,
    Path folder,
    Optional<PostgresServer> server) {
  private static final Logger LOG = LoggerFactory.getLogger(ServiceDatabase.class);

  /// Opens the database that the options name.
  ///
  /// @throws CommandFailure that says what is in the way
  static ServiceDatabase open(ServiceOptions options, Terminal terminal) {
    return options
        .database()
        .map(url -> of(url, folder(options.dataFolder(), terminal)))
        .orElseGet(() -> beside(options.dataFolder(), terminal));
  }

  private static ServiceDatabase of(DatabaseUrl url, Path folder) {
    return new ServiceDatabase(url.jdbcUrl(), url.user(), url.password(), folder, Optional.empty());
  }

  private static Path folder(Path folder, Terminal terminal) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw CommandFailure.failed(
          terminal.messages().text("serve.folder", folder, IoReason.of(e, terminal.messages())));
    }
  }

  private static ServiceDatabase beside(Path folder, Terminal terminal) {
    try {
      PostgresServer server =
          PostgresServer.start(folder, terminal.nanoTime(), event -> tell(event, terminal));
      return new ServiceDatabase(
          server.jdbcUrl(),
          Optional.of(server.user()),
          Optional.of(server.password()),
          server.folder(),
          Optional.of(server));
    } catch (PostgresFailure e) {
      throw CommandFailure.failed(e.text(terminal.messages().language()));
    }
  }

  // Before it runs a person waits for it; from then on it is the log's.
  private static void tell(PostgresEvent event, Terminal terminal) {
    switch (event) {
      case PostgresEvent.Died _, PostgresEvent.Restarted _, PostgresEvent.RestartFailed _ ->
          LOG.warn(event.text(Locale.ENGLISH));
      default -> terminal.say("serve.event", event.text(terminal.messages().language()));
    }
  }

  void close() {
    server.ifPresent(PostgresServer::close);
  }
}
