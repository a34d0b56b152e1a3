package dev.entente.cli.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/// A real HTTP server on a free port that answers what a test says and remembers what it was asked.
final class PlayedService implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, Iterator<Answer>> answers = new HashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  /// One request as it came.
  record Asked(String what, Headers headers, String body) {}

  /// Answers one request.
  interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  private PlayedService(HttpServer server) {
    this.server = server;
  }

  static PlayedService start() {
    try {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      var service = new PlayedService(HttpServer.create(address, 0));
      service.server.createContext("/", service::answer);
      service.server.start();
      return service;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// Answers one after the other; without another one left the connection is cut.
  ///
  /// @param what method, path and query, as `GET /api/runs?limit=20`
  PlayedService on(String what, Answer... inOrder) {
    answers.put(what, List.of(inOrder).iterator());
    return this;
  }

  List<Asked> asked() {
    return new ArrayList<>(asked);
  }

  static Answer json(int status, String body) {
    return text(status, "application/json", body);
  }

  static Answer problem(int status, String title, String detail) {
    return text(
        status,
        "application/problem+json;charset=UTF-8",
        "{\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}".formatted(title, status, detail));
  }

  static Answer text(int status, String type, String body) {
    return exchange -> {
      byte[] bytes = body.getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  /// Promises more than it sends.
  static Answer cut(String type, String body) {
    return exchange -> {
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write(body.getBytes(UTF_8));
      exchange.getResponseBody().flush();
      throw new IOException("cut");
    };
  }

  private void answer(HttpExchange exchange) throws IOException {
    String what = exchange.getRequestMethod() + " " + exchange.getRequestURI();
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    asked.add(new Asked(what, exchange.getRequestHeaders(), body));
    Iterator<Answer> inOrder = Objects.requireNonNull(answers.get(what), what);
    if (!inOrder.hasNext()) {
      throw new IOException("no answer left to " + what);
    }
    inOrder.next().to(exchange);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
