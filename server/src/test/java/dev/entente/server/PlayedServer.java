package dev.entente.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// Another server as a test plays it: on loopback, with answers by method and path.
final class PlayedServer implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  private record Answer(int status, String body) {}

  /// A question as it came.
  record Asked(String what, Map<String, List<String>> headers, String body) {}

  PlayedServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /// Answers so; whatever is not named is answered 404.
  ///
  /// @param what method, path and query
  PlayedServer on(String what, int status, String body) {
    answers.put(what, new Answer(status, body));
    return this;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String what = exchange.getRequestMethod() + " " + exchange.getRequestURI();
      asked.add(
          new Asked(
              what,
              Map.copyOf(exchange.getRequestHeaders()),
              new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
      Answer answer = answers.getOrDefault(what, new Answer(404, "not here"));
      byte[] body = answer.body().getBytes(UTF_8);
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      if (body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  List<Asked> asked() {
    return List.copyOf(asked);
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// An address where nobody listens.
  static String deadUrl() throws IOException {
    try (var server = new PlayedServer()) {
      return server.url();
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
