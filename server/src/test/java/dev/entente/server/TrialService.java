package dev.entente.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.entente.cli.terminal.Messages;
import dev.entente.cli.terminal.Terminal;
import dev.entente.server.accounts.Access;
import dev.entente.server.channels.AlertSettings;
import dev.entente.server.engine.EngineChoice;
import dev.entente.server.nights.NightSettings;
import dev.entente.server.ops.DatabaseUrl;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A service on a free port, for a test to try, whose clock stands still.
final class TrialService implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

  private final DatabaseUrl database;
  private final RunningService service;
  private final HttpClient client = HttpClient.newHttpClient();

  private TrialService(DatabaseUrl database, RunningService service) {
    this.database = database;
    this.service = service;
  }

  /// A service on loopback with a database of its own.
  static TrialService start(Path folder) {
    return start(folder.resolve("open"), Optional.empty(), TestService.newDatabase());
  }

  private static TrialService start(Path folder, Optional<String> key, DatabaseUrl database) {
    var terminal =
        new Terminal(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            new PrintStream(OutputStream.nullOutputStream(), true, UTF_8),
            false,
            InstantSource.fixed(NOW),
            System::nanoTime,
            Messages.of(Map.of()));
    var options =
        new ServiceOptions(
            0,
            "127.0.0.1",
            new Access(key),
            Optional.of(database),
            folder,
            EngineChoice.EMBEDDED,
            NightSettings.NONE,
            AlertSettings.none(Locale.ENGLISH),
            ReasonOptions.templates(Locale.ENGLISH));
    return new TrialService(database, RunningService.start(options, terminal));
  }

  /// A second service on the same database, which asks for a key.
  TrialService startWithKey(Path folder, String key) {
    return start(folder.resolve("keyed"), Optional.of(key), database);
  }

  <T> T part(Class<T> type) {
    return service.part(type);
  }

  String url(String path) {
    return service.url() + path;
  }

  /// Gets as a program or a browser does, in English.
  HttpResponse<String> get(String path, String accepted) throws IOException, InterruptedException {
    return send(request(path).header("Accept", accepted).header("Accept-Language", "en").build());
  }

  /// Sends a body, and fails on any answer but a success.
  String send(String method, String path, String type, String body)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        send(
            request(path)
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofString(body))
                .build());
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(method + " " + path + ": " + answer.body());
    }
    return answer.body();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url(path)));
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, BodyHandlers.ofString());
  }

  @Override
  public void close() {
    client.close();
    service.close();
  }
}
