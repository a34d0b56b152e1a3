package dev.entente.durable.remote.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;

/// Serves a [ServerEndpoint] with the JDK's HTTP server, at its root. Shared by threads.
public final class ServerHttpHandler implements HttpHandler {
  private static final int NO_BODY = -1;
  private static final int CHUNK = 1 << 20;
  private static final int MOST_CHUNKS = 64;

  private final ServerEndpoint endpoint;

  /// Serves an endpoint.
  public ServerHttpHandler(ServerEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      ServerResponse response = response(exchange);
      byte[] body = response.body().toBytes();
      response.headers().forEach(exchange.getResponseHeaders()::set);
      boolean isHead = exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(response.status(), isHead ? NO_BODY : body.length);
      if (!isHead) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  // The rest of a body is passed over, so that whoever sends it reads the answer.
  private ServerResponse response(HttpExchange exchange) throws IOException {
    InputStream in = exchange.getRequestBody();
    byte[] body = in.readNBytes(ServerEndpoint.LARGEST_BODY + 1);
    if (body.length > ServerEndpoint.LARGEST_BODY) {
      for (int i = 0; i < MOST_CHUNKS && in.readNBytes(CHUNK).length == CHUNK; i++) {
        // passed over
      }
      return endpoint.refuseLarge();
    }
    return endpoint.handle(
        new ServerRequest(
            exchange.getRequestMethod(),
            exchange.getRequestURI().getRawPath(),
            exchange.getRequestHeaders(),
            body));
  }
}
