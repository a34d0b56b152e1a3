package dev.entente.server.channels;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The webhook as its receiver sees it.
class WebhookChannelProtocolTest {
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final Duration PATIENCE = Duration.ofMillis(1_500);

  /// What came.
  private record Received(String id, String timestamp, String signature, String body) {}

  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final CountDownLatch isOver = new CountDownLatch(1);
  private HttpServer server;

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/status/", this::answer);
    server.createContext("/slow", _ -> await());
    server.createContext("/endless", this::answerForEver);
    server.start();
  }

  @AfterEach
  void close() {
    isOver.countDown();
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    receive(exchange);
    int status =
        Integer.parseInt(exchange.getRequestURI().getPath().substring("/status/".length()));
    exchange.getResponseHeaders().set("Location", "/status/200");
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private void receive(HttpExchange exchange) throws IOException {
    var headers = exchange.getRequestHeaders();
    received.add(
        new Received(
            headers.getFirst("webhook-id"),
            headers.getFirst("webhook-timestamp"),
            headers.getFirst("webhook-signature"),
            new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
  }

  private void answerForEver(HttpExchange exchange) throws IOException {
    receive(exchange);
    exchange.sendResponseHeaders(200, 0);
    exchange.getResponseBody().write('.');
    exchange.getResponseBody().flush();
    await();
  }

  private void await() {
    try {
      isOver.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private WebhookChannel to(String path) {
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    return new WebhookChannel(new WebhookSettings(url, SECRET), PATIENCE);
  }

  @Test
  void signatureIsThatOfTheSpecification() {
    assertThat(
            to("/").sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330L, "{\"test\": 2432232314}"))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void whatComesIsSignedByteForByteAndHasOneIdOnAllAttempts() throws Exception {
    Alert alert = Alerts.of(Alert.Type.FAILED, "café");

    to("/status/200").send(alert, Alerts.NOW);
    to("/status/204").send(alert, Alerts.NOW.plusSeconds(120));

    assertThat(received)
        .extracting(Received::id)
        .containsOnly("msg_00000000000040008000000000000017");
    assertThat(received)
        .extracting(Received::timestamp)
        .containsExactly("1795413600", "1795413720");
    for (Received one : received) {
      assertThat(one.body()).isEqualTo(alert.body());
      assertThat(one.signature())
          .isEqualTo("v1," + hmac(one.id() + "." + one.timestamp() + "." + one.body()));
    }
  }

  private static String hmac(String text) throws Exception {
    byte[] key = Base64.getDecoder().decode(SECRET.substring("whsec_".length()));
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 404, 429, 500, 503})
  void otherAnswerIsTriedAgain(int status) {
    assertThatThrownBy(() -> to("/status/" + status).send(Alerts.of(Alert.Type.MISSED), Alerts.NOW))
        .isInstanceOfSatisfying(UndeliveredException.class, e -> assertThat(e.isGone()).isFalse())
        .hasMessage("HTTP " + status);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void redirectIsNotFollowed(int status) {
    assertThatThrownBy(() -> to("/status/" + status).send(Alerts.of(Alert.Type.MISSED), Alerts.NOW))
        .hasMessageStartingWith("HTTP " + status + ": redirects are not followed");
    assertThat(received).hasSize(1);
  }

  @Test
  void receiverThatIsGoneSaysSo() {
    assertThatThrownBy(() -> to("/status/410").send(Alerts.of(Alert.Type.MISSED), Alerts.NOW))
        .isInstanceOfSatisfying(UndeliveredException.class, e -> assertThat(e.isGone()).isTrue());
  }

  @Test
  void slowReceiverIsNotWaitedFor() {
    assertThatThrownBy(() -> to("/slow").send(Alerts.of(Alert.Type.MISSED), Alerts.NOW))
        .hasMessage("no answer within 1 s");
  }

  @Test
  void endOfALongAnswerIsNotWaitedFor() throws Exception {
    to("/endless").send(Alerts.of(Alert.Type.MISSED), Alerts.NOW);

    assertThat(received).hasSize(1);
  }

  @Test
  void nobodyWhoListensIsToldWithoutTheAddress() {
    WebhookChannel nowhere = to("/status/200");
    server.stop(0);

    assertThatThrownBy(() -> nowhere.send(Alerts.of(Alert.Type.MISSED), Alerts.NOW))
        .hasMessage("no connection");
  }
}
