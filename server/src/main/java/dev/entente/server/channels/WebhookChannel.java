package dev.entente.server.channels;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;

/// Sends alerts as webhooks (Standard Webhooks 1.0.0).
final class WebhookChannel implements Channel {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int GONE = 410;
  private static final int FAMILY = 100;
  private static final int SUCCESS = 2;
  private static final int REDIRECT = 3;

  private final WebhookSettings settings;
  private final Duration patience;

  WebhookChannel(WebhookSettings settings) {
    this(settings, PATIENCE);
  }

  /// @param patience for the connection, and for the answer
  WebhookChannel(WebhookSettings settings, Duration patience) {
    this.settings = settings;
    this.patience = patience;
  }

  @Override
  public Kind kind() {
    return Kind.WEBHOOK;
  }

  @Override
  public void send(Alert alert, Instant now) throws UndeliveredException {
    int status = post(request(alert, now));
    switch (status / FAMILY) {
      case SUCCESS -> {}
      case REDIRECT ->
          throw UndeliveredException.because(
              "HTTP " + status + ": redirects are not followed, set the address they lead to");
      default ->
          throw status == GONE
              ? UndeliveredException.gone("HTTP 410: the receiver wants no more")
              : UndeliveredException.because("HTTP " + status);
    }
  }

  private HttpRequest request(Alert alert, Instant now) {
    String id = "msg_" + alert.id().toString().replace("-", "");
    return HttpRequest.newBuilder(settings.url())
        .timeout(patience)
        .header("Content-Type", "application/json")
        .header("User-Agent", "Entente")
        .header("webhook-id", id)
        .header("webhook-timestamp", String.valueOf(now.getEpochSecond()))
        .header("webhook-signature", sign(id, now.getEpochSecond(), alert.body()))
        .POST(BodyPublishers.ofString(alert.body(), UTF_8))
        .build();
  }

  /// The signature of a message, `v1,` and base64.
  String sign(String id, long timestamp, String body) {
    try {
      return new Webhook(settings.secret()).sign(id, timestamp, body);
    } catch (EmptyWebhookSecretException | WebhookSigningException e) {
      throw new IllegalStateException("the secret was looked at before", e);
    }
  }

  // An answer's body is not waited for: somebody could make it last.
  private int post(HttpRequest request) throws UndeliveredException {
    try (HttpClient client = client()) {
      HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
      answer.body().close();
      return answer.statusCode();
    } catch (HttpTimeoutException e) {
      throw UndeliveredException.because("no answer within " + patience.toSeconds() + " s");
    } catch (ConnectException e) {
      throw UndeliveredException.because("no connection");
    } catch (IOException e) {
      throw UndeliveredException.because(e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw UndeliveredException.because("interrupted");
    }
  }

  private HttpClient client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(patience)
        .build();
  }
}
