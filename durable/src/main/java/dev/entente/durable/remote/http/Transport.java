package dev.entente.durable.remote.http;

import dev.entente.inngest.settings.Signatures;
import dev.entente.inngest.settings.Signatures.Verdict;
import dev.entente.inngest.settings.SigningKey;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Sends signed requests to one app, and checks what comes back. Shared by threads.
///
/// Follows no redirect: what is signed for one host is of no use to another.
public final class Transport implements AutoCloseable {
  /// Most bytes of an answer.
  static final int LARGEST_ANSWER = 8 << 20;

  private static final Duration CONNECTING = Duration.ofSeconds(10);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECTING)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final Optional<SigningKey> key;
  private final Signatures signatures;

  /// Sends with a key, or in dev mode without.
  public Transport(Optional<SigningKey> key, InstantSource clock) {
    this.key = key;
    signatures = new Signatures(key.stream().toList(), clock);
  }

  /// Sends one request.
  ///
  /// @param request with address and headers
  /// @param body signed as it is
  /// @param most how long the whole answer is waited for
  /// @throws NoAnswerException if none came, it was too large, or its signature does not fit
  public Reply send(HttpRequest.Builder request, String method, byte[] body, Duration most)
      throws NoAnswerException {
    request.setHeader("Content-Type", "application/json");
    request.setHeader("X-Inngest-Server-Kind", key.isPresent() ? "cloud" : "dev");
    key.ifPresent(
        shared -> request.setHeader("X-Inngest-Signature", signatures.sign(shared, body)));
    HttpRequest complete = request.method(method, BodyPublishers.ofByteArray(body)).build();
    return unwrapped(verified(exchange(complete, most)));
  }

  // The client's own timeout ends with the headers.
  private Reply exchange(HttpRequest request, Duration most) throws NoAnswerException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(
            request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER));
    try {
      return reply(answer.get(most.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      throw new NoAnswerException(
          "the app did not answer within %s: raise the timeout, or divide the step"
              .formatted(spoken(most)),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NoAnswerException("the call was broken off here, not by the app", e);
    } catch (ExecutionException e) {
      throw new NoAnswerException(
          reason(Objects.requireNonNullElse(e.getCause(), e), request.uri()), e);
    } finally {
      answer.cancel(true);
    }
  }

  private static Reply reply(HttpResponse<byte[]> response) {
    Map<String, String> headers = new LinkedHashMap<>();
    response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
    return new Reply(response.statusCode(), headers, response.body());
  }

  private static String spoken(Duration most) {
    return most.toMillis() % 1000 == 0 ? most.toSeconds() + " s" : most.toMillis() + " ms";
  }

  private static String reason(Throwable failure, URI url) {
    String place = url.getScheme() + "://" + url.getRawAuthority();
    String told = failure.getMessage() == null ? "" : ": " + failure.getMessage();
    return switch (failure) {
      case HttpConnectTimeoutException _ ->
          "no connection to the app at %s within %s".formatted(place, spoken(CONNECTING));
      case ConnectException _ ->
          "nobody listens at %s: start the app, or correct its address".formatted(place);
      case Throwable _ when told.contains("exceeds capacity") ->
          "the answer of the app has more than 8,388,608 bytes (8 MiB): store what is large"
              + " elsewhere and give its id";
      default ->
          "the connection to the app at %s broke: %s%s"
              .formatted(place, failure.getClass().getSimpleName(), told);
    };
  }

  // Some SDKs sign no answers, so that one without is taken.
  private Reply verified(Reply reply) throws NoAnswerException {
    if (key.isPresent()
        && signatures.check(reply.signature(), reply.body()) instanceof Verdict.Invalid(var reason)
        && !isValidWithoutNewline(reply)) {
      throw new NoAnswerException("the answer of the app is not trusted: " + reason);
    }
    return reply;
  }

  // The official server leaves out a line's end behind the body too.
  private boolean isValidWithoutNewline(Reply reply) {
    byte[] body = reply.body();
    return body.length > 0
        && body[body.length - 1] == '\n'
        && signatures.check(reply.signature(), Arrays.copyOf(body, body.length - 1))
            instanceof Verdict.Valid;
  }

  private Reply unwrapped(Reply reply) throws NoAnswerException {
    Optional<Reply> inner = reply.unwrapped();
    if (inner.isEmpty()) {
      throw new NoAnswerException(
          "the streamed answer of the app (status 201) is no {\"status\":…,\"headers\":…,\"body\":…}: "
              + reply.excerpt());
    }
    return inner.get() == reply ? reply : verified(inner.get());
  }

  /// Breaks off what goes on.
  @Override
  public void close() {
    client.shutdownNow();
  }
}
