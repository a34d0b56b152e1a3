package dev.entente.inngest.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/// Serves an app's endpoint with the JDK's HTTP server. Shared by threads.
///
/// A call stays in the thread that it came with as long as its step runs, so give the server an
/// executor of virtual threads.
public final class HttpServerAdapter implements HttpHandler {
  private static final int NO_BODY = -1;

  private final ServeHandler handler;

  /// Serves an endpoint.
  ///
  /// @param handler answers
  public HttpServerAdapter(ServeHandler handler) {
    this.handler = handler;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Optional<byte[]> body = ServeRequest.readBody(exchange.getRequestBody());
      ServeResponse response =
          body.map(bytes -> handler.handle(request(exchange, bytes)))
              .orElseGet(handler::refuseLarge);
      response.headers().forEach(exchange.getResponseHeaders()::set);
      boolean isHead = exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(response.status(), isHead ? NO_BODY : response.body().length);
      if (!isHead) {
        exchange.getResponseBody().write(response.body());
      }
    }
  }

  private static ServeRequest request(HttpExchange exchange, byte[] body) {
    return ServeRequest.of(
        exchange.getRequestMethod(), url(exchange), exchange.getRequestHeaders(), body);
  }

  // A proxy in front may speak TLS; the host is the one that the caller has asked for.
  private static URI url(HttpExchange exchange) {
    String scheme =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Forwarded-Proto"))
            .filter(proto -> proto.equals("https"))
            .orElse("http");
    String host = exchange.getRequestHeaders().getFirst("Host");
    try {
      return new URI(scheme, host, "/", null, null).resolve(exchange.getRequestURI());
    } catch (URISyntaxException e) {
      return exchange.getRequestURI(); // a sync will say that no host is named
    }
  }
}
