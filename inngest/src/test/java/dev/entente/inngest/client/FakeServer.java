package dev.entente.inngest.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.entente.inngest.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingDeque;

/// A server on loopback that answers what a test says and keeps what it was asked.
public final class FakeServer implements AutoCloseable {
  /// A request.
  public record Asked(String method, String url, Json body, HttpExchange exchange) {
    /// The value of a header.
    public Optional<String> header(String name) {
      return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }
  }

  private record Answer(int status, String body) {}

  private final HttpServer server;
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final LinkedBlockingDeque<Answer> answers = new LinkedBlockingDeque<>();

  private FakeServer(HttpServer server) {
    this.server = server;
  }

  /// Starts it.
  public static FakeServer start() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var fake = new FakeServer(server);
    server.createContext("/", fake::handle);
    server.start();
    return fake;
  }

  /// Answers so, once; the last answer for ever. A status of 0 breaks the connection.
  public FakeServer answering(int status, String body) {
    answers.add(new Answer(status, body));
    return this;
  }

  /// Forgets what it was to answer.
  public void forget() {
    answers.clear();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      asked.add(
          new Asked(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              body.length == 0 ? Json.NULL : Json.parse(body),
              exchange));
      Answer answer = answers.size() > 1 ? answers.remove() : answers.element();
      if (answer.status() != 0) {
        byte[] bytes = answer.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
      }
    }
  }

  /// What it was asked, in order.
  public List<Asked> asked() {
    return asked;
  }

  /// Where it is.
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
