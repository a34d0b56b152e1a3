package dev.entente.server.reasons.model;

import dev.entente.server.reasons.model.CallFailure.Form;
import dev.entente.server.reasons.model.LimitedBody.Body;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Sends requests of the library: no longer than a while, for no more than so many bytes, and to
/// nowhere else. Shared by threads; whoever interrupts one ends its call.
final class BoundedHttpClient implements HttpClient, AutoCloseable {
  private static final int MOST_BYTES = 1 << 20;
  private static final int FAMILY = 100;
  private static final int SUCCESS = 2;

  private final java.net.http.HttpClient client;
  private final Duration patience;
  private final Dialect dialect;

  /// @param patience for a whole call
  BoundedHttpClient(Duration patience, Dialect dialect) {
    this.patience = patience;
    this.dialect = dialect;
    this.client =
        java.net.http.HttpClient.newBuilder()
            .version(java.net.http.HttpClient.Version.HTTP_1_1)
            .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
            .connectTimeout(patience)
            .build();
  }

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    try {
      return answer(send(request));
    } catch (CallFailure e) {
      throw new FailedCall(e);
    }
  }

  /// Is not done: answers are read whole.
  @Override
  public void execute(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    throw new UnsupportedOperationException("answers are not streamed");
  }

  private SuccessfulHttpResponse answer(HttpResponse<Body> response) throws CallFailure {
    Body body = response.body();
    if (response.statusCode() / FAMILY != SUCCESS) {
      throw RefusedAnswer.of(response).failure();
    }
    if (body.isTooLarge()) {
      throw CallFailure.malformed(Form.TOO_LARGE, Optional.empty());
    }
    dialect.examine(body.text());
    return SuccessfulHttpResponse.builder()
        .statusCode(response.statusCode())
        .body(body.text())
        .build();
  }

  private HttpResponse<Body> send(HttpRequest request) throws CallFailure {
    CompletableFuture<HttpResponse<Body>> response =
        client.sendAsync(toSend(request), _ -> new LimitedBody(MOST_BYTES));
    try {
      return response.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw CallFailure.unavailable("no answer within " + patience.toSeconds() + " s");
    } catch (ExecutionException e) {
      throw CallFailure.unavailable(cause(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CallFailure.unavailable("interrupted");
    } finally {
      response.cancel(true);
    }
  }

  private static String cause(@Nullable Throwable cause) {
    return cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException
        ? "no connection"
        : "the connection failed";
  }

  private java.net.http.HttpRequest toSend(HttpRequest request) {
    var builder =
        java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
            .POST(BodyPublishers.ofString(dialect.body(request.body())));
    request
        .headers()
        .forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
    return builder.setHeader("User-Agent", "Entente").build();
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
