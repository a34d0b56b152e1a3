package dev.entente.server;

import dev.entente.cli.terminal.CommandFailure;
import dev.entente.cli.terminal.IoReason;
import dev.entente.cli.terminal.Messages;
import dev.entente.cli.terminal.Terminal;
import dev.entente.postgres.PostgresEvent;
import dev.entente.postgres.PostgresFailure;
import dev.entente.postgres.PostgresServer;
import dev.entente.server.ops.DatabaseUrl;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
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
  private static final String PATIENCE_SECONDS = "10";

  // The schema uses what came with it: NULLS NOT DISTINCT.
  private static final int OLDEST = 15;

  /// Opens the database that the options name.
  ///
  /// @throws CommandFailure that says what is in the way
  static ServiceDatabase open(ServiceOptions options, Terminal terminal) {
    return options
        .database()
        .map(url -> of(url, folder(options.dataFolder(), terminal), terminal))
        .orElseGet(() -> beside(options.dataFolder(), terminal));
  }

  private static ServiceDatabase of(DatabaseUrl url, Path folder, Terminal terminal) {
    var login = new Properties();
    url.user().ifPresent(user -> login.setProperty("user", user));
    url.password().ifPresent(word -> login.setProperty("password", word));
    login.setProperty("connectTimeout", PATIENCE_SECONDS);
    try (Connection connection = DriverManager.getConnection(url.jdbcUrl(), login)) {
      int version = connection.getMetaData().getDatabaseMajorVersion();
      if (version < OLDEST) {
        throw refused(url, "PostgreSQL " + version + " < " + OLDEST, terminal);
      }
    } catch (SQLException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      boolean isUnknown = cause instanceof UnknownHostException;
      throw refused(url, (isUnknown ? "unknown host " : "") + cause.getMessage(), terminal);
    }
    return new ServiceDatabase(url.jdbcUrl(), url.user(), url.password(), folder, Optional.empty());
  }

  private static CommandFailure refused(DatabaseUrl url, String reason, Terminal terminal) {
    return refused(url, reason, terminal.messages());
  }

  /// A failure of the user's database, in a sentence that never shows its password.
  static CommandFailure refused(DatabaseUrl url, String reason, Messages messages) {
    String shown = url.isRepeatedIn(reason) ? messages.text("serve.database.unread") : reason;
    return CommandFailure.failed(messages.text("serve.failed.database", url, shown));
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
