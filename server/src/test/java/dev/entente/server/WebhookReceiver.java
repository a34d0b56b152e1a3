package dev.entente.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;

/// Somebody who is told of bad nights.
final class WebhookReceiver implements AutoCloseable {
  /// @param id of the alert, the same on each attempt
  record Call(String id, String type, JsonNode data) {}

  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private volatile int status = 204;

  WebhookReceiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/s3cret",
        exchange -> {
          String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          JsonNode json = Api.JSON.readTree(body);
          calls.add(
              new Call(
                  exchange.getRequestHeaders().getFirst("webhook-id"),
                  json.get("type").stringValue(),
                  json.get("data")));
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
  }

  /// Answers so from now on.
  void answer(int code) {
    status = code;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/s3cret";
  }

  /// All that came, in order.
  List<Call> calls() {
    return List.copyOf(calls);
  }

  /// The types of all that came, in order.
  List<String> types() {
    return calls.stream().map(Call::type).toList();
  }

  /// Waits until so many have come.
  void await(int count) {
    Api.until(() -> calls.size() >= count);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
