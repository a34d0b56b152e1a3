package dev.entente.server;

import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.entente.durable.engine.DurableEngine;
import dev.entente.durable.engine.EngineSettings;
import dev.entente.durable.remote.RemoteApp;
import dev.entente.durable.remote.RemoteEndpoint;
import dev.entente.durable.remote.server.ServerEndpoint;
import dev.entente.durable.remote.server.ServerHttpHandler;
import dev.entente.inngest.settings.EventKey;
import dev.entente.inngest.settings.SigningKey;
import dev.entente.server.ops.DatabaseUrl;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// An engine that runs the functions of a service over signed HTTP, on a database of its own, as an
/// Inngest server does; in this process or, by [#main], in another.
final class ServingEngine implements AutoCloseable {
  static final String SIGNING_KEY = "7468697320697320612074657374206b6579";
  static final String EVENT_KEY = "s3cret";

  private final SigningKey key = SigningKey.of("key", SIGNING_KEY);
  private final InstantSource clock;
  private final HikariDataSource source;
  private final DurableEngine engine;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;

  ServingEngine(DatabaseUrl database, InstantSource clock) throws IOException {
    this.clock = clock;
    var config = new HikariConfig();
    config.setJdbcUrl(database.jdbcUrl());
    database.user().ifPresent(config::setUsername);
    database.password().ifPresent(config::setPassword);
    config.setMinimumIdle(1);
    source = new HikariDataSource(config);
    engine = new DurableEngine(source, EngineSettings.usual().with(clock).withThreads(4));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var endpoint =
        new ServerEndpoint(
            Optional.of(new EventKey(EVENT_KEY)), Optional.of(key), engine.sink(), engine.states());
    server.createContext("/", new ServerHttpHandler(endpoint));
    server.setExecutor(threads);
    server.start();
  }

  /// What a service has to be told to be run by it.
  Map<String, String> settings() {
    return settings(Integer.toString(server.getAddress().getPort()));
  }

  static Map<String, String> settings(String port) {
    return Map.of(
        "INNGEST_SIGNING_KEY",
        SIGNING_KEY,
        "INNGEST_EVENT_KEY",
        EVENT_KEY,
        "INNGEST_BASE_URL",
        "http://127.0.0.1:" + port);
  }

  /// Begins to run a service's functions.
  void start(URI service) {
    URI endpoint = service.resolve("/api/inngest");
    engine.start(new RemoteApp(RemoteEndpoint.of(endpoint).signedWith(key), clock));
  }

  /// Runs one until nobody can write to it any more. It reads its database's URL, user and password
  /// and says its port, then it reads where the service is and says so.
  public static void main(String[] arguments) throws IOException {
    var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    var database =
        new DatabaseUrl(
            input.readLine(), Optional.of(input.readLine()), Optional.of(input.readLine()));
    var engine = new ServingEngine(database, InstantSource.system());
    System.out.println(engine.server.getAddress().getPort());
    engine.start(URI.create(input.readLine()));
    System.out.println("ready");
    String line = input.readLine();
    Runtime.getRuntime().halt(line == null ? 0 : 1);
  }

  @Override
  public void close() {
    engine.close();
    server.stop(0);
    threads.shutdownNow();
    source.close();
  }
}
