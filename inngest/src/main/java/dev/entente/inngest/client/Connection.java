package dev.entente.inngest.client;

import dev.entente.inngest.json.Json;
import dev.entente.inngest.json.MalformedJsonException;
import dev.entente.inngest.settings.ServerException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Sends requests and reads answers of JSON. Shared by threads.
final class Connection {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int LARGEST = 64 << 20; // twice the largest state of a run
  private static final int LONGEST_REASON = 300;

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER) // a key goes to nobody but the server
          .connectTimeout(CONNECT)
          .build();
  private final Identity identity;
  private final List<String> secrets;
  private final Duration patience;

  /// @param secrets that a server might repeat, and that are not to be told
  Connection(Identity identity, List<String> secrets) {
    this(identity, secrets, PATIENCE);
  }

  /// @param patience how long a whole answer may take
  Connection(Identity identity, List<String> secrets, Duration patience) {
    this.identity = identity;
    this.secrets = secrets;
    this.patience = patience;
  }

  /// An answer.
  ///
  /// @param body `null` if it was none of JSON
  /// @param reason what the server says about a refusal; empty if nothing
  record Answer(int status, Json body, String reason) {
    boolean isRefusalOfKey() {
      return status == 401 || status == 403;
    }

    boolean isSuccess() {
      return status >= 200 && status < 300;
    }
  }

  HttpRequest.Builder request(URI url) {
    HttpRequest.Builder request = HttpRequest.newBuilder(url);
    identity.headers().forEach(request::setHeader);
    return request;
  }

  /// @param what for messages
  /// @throws ServerException if nobody answers
  Answer send(String what, HttpRequest request) {
    // The timeout of a request ends with the headers of its answer, and a body may stand still.
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
    try {
      HttpResponse<byte[]> response = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      Json body = json(response.body()).orElse(Json.NULL);
      return new Answer(response.statusCode(), body, reason(body));
    } catch (TimeoutException e) {
      throw unreachable(what, request, e);
    } catch (ExecutionException e) {
      throw unreachable(what, request, Objects.requireNonNullElse(e.getCause(), e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failures.interrupted(what);
    } finally {
      answer.cancel(true);
    }
  }

  private static ServerException unreachable(String what, HttpRequest request, Throwable cause) {
    return Failures.unreachable(
        what, request.uri().getAuthority(), cause.getClass().getSimpleName());
  }

  private static Optional<Json> json(byte[] body) {
    try {
      return Optional.of(Json.parse(body));
    } catch (MalformedJsonException e) {
      return Optional.empty();
    }
  }

  private String reason(Json body) {
    String reason =
        body.find("error").or(() -> body.find("message")).flatMap(Json::text).orElse("");
    for (String secret : secrets) {
      reason = reason.replace(secret, "…");
    }
    return reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
  }
}
