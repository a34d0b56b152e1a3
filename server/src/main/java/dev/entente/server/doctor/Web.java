package dev.entente.server.doctor;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/// Asks other servers, with little patience. Redirects are not followed: a key would go along.
/// Shared by threads.
public final class Web {
  private static final Duration CONNECTING = Duration.ofSeconds(3);
  private static final Duration ANSWERING = Duration.ofSeconds(4);
  private static final Duration WHOLE = Duration.ofSeconds(5);
  private static final int LARGEST = 4 << 20;

  private final InstantSource clock;
  private final Witnesses witnesses;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECTING)
          .build();

  /// @param clock compared with the dates of answers
  public Web(InstantSource clock, Witnesses witnesses) {
    this.clock = clock;
    this.witnesses = witnesses;
  }

  /// What a server answered.
  public record Answer(int status, String body) {}

  /// Nobody answered; the message is the name of the words that say why.
  public static final class SilenceException extends Exception {
    private static final long serialVersionUID = 1;

    private SilenceException(String name) {
      super(name);
    }

    /// Why, in the user's language.
    public String words(Notes notes) {
      return notes.text("silence." + getMessage());
    }
  }

  /// A request to an address.
  public static HttpRequest.Builder request(URI url) {
    return HttpRequest.newBuilder(url).timeout(ANSWERING).header("Accept", "application/json");
  }

  /// Asks. The date of the answer is one more witness of the time.
  ///
  /// @throws SilenceException if nothing comes back that is an answer
  public Answer ask(HttpRequest request) throws SilenceException {
    Instant before = clock.instant();
    CompletableFuture<HttpResponse<byte[]>> going =
        client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
    try {
      HttpResponse<byte[]> response = going.get(WHOLE.toMillis(), TimeUnit.MILLISECONDS);
      witness(request.uri(), before, response);
      return new Answer(response.statusCode(), new String(response.body(), StandardCharsets.UTF_8));
    } catch (TimeoutException e) {
      going.cancel(true);
      throw new SilenceException("slow");
    } catch (ExecutionException e) {
      throw new SilenceException(name(e.getCause() == null ? e : e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SilenceException("slow");
    }
  }

  private void witness(URI url, Instant before, HttpResponse<?> response) {
    Instant after = clock.instant();
    response
        .headers()
        .firstValue("Date")
        .ifPresent(
            date -> {
              try {
                Instant theirs =
                    ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
                witnesses.saw(url.getHost(), before, theirs, Duration.ofSeconds(1), after);
              } catch (DateTimeException e) {
                // no witness
              }
            });
  }

  // The exceptions' own words may repeat the address, with a key in it.
  private static String name(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case UnresolvedAddressException _ -> {
          return "unknown";
        }
        case HttpTimeoutException _ -> {
          return "slow";
        }
        case SSLException _ -> {
          return "tls";
        }
        default -> {}
      }
    }
    return e instanceof ConnectException ? "refused" : "cut";
  }
}
