package dev.entente.durable.behaviour;

import com.sun.net.httpserver.HttpServer;
import dev.entente.durable.remote.RemoteApp;
import dev.entente.durable.remote.RemoteEndpoint;
import dev.entente.durable.remote.server.ServerEndpoint;
import dev.entente.durable.remote.server.ServerHttpHandler;
import dev.entente.inngest.settings.EventKey;
import dev.entente.inngest.settings.SigningKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;

/// The embedded engine, with an app of another process that it calls over signed loopback HTTP.
final class RemoteEngine implements AutoCloseable {
  private static final String KEY = "0123456789abcdef0123456789abcdef";
  private static final String EVENT_KEY = "s3cret";

  private final EngineObserver engine = new EngineObserver();
  private final SigningKey key = SigningKey.of("key", KEY);
  private final HttpServer server;

  RemoteEngine() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var endpoint =
        new ServerEndpoint(
            Optional.of(new EventKey(EVENT_KEY)),
            Optional.of(key),
            engine.engine.sink(),
            engine.engine.states());
    server.createContext("/", new ServerHttpHandler(endpoint));
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  /// What an app has to be told.
  Map<String, String> environment() {
    return Map.of(
        "INNGEST_DEV",
        "0",
        "INNGEST_SIGNING_KEY",
        KEY,
        "INNGEST_EVENT_KEY",
        EVENT_KEY,
        "INNGEST_BASE_URL",
        "http://127.0.0.1:" + server.getAddress().getPort());
  }

  void start(String port) {
    URI url = URI.create("http://127.0.0.1:%s/api/inngest".formatted(port));
    engine.start(new RemoteApp(RemoteEndpoint.of(url).signedWith(key), InstantSource.system()));
  }

  Observed observe(Expectation expected) throws InterruptedException {
    return engine.observe(expected);
  }

  @Override
  public void close() {
    engine.close();
    server.stop(0);
  }
}
