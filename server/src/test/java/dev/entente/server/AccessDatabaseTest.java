package dev.entente.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entente.server.accounts.Access;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who may call.
class AccessDatabaseTest {
  private static final String KEY = "0123456789abcdef0123456789abcdef";

  private static TestService keyed;

  private final TestService open = TestService.shared();

  @BeforeAll
  static void start() {
    keyed = TestService.keyed(KEY);
  }

  @AfterAll
  static void stop() {
    keyed.close();
  }

  @Test
  void withAKeyNothingButHealthAnswersWithoutIt() {
    assertThat(keyed.api().get("/health").status()).isEqualTo(200);
    assertThat(keyed.api().get("/health/liveness").status()).isEqualTo(200);
    assertThat(keyed.api().get("/health/readiness").status()).isEqualTo(200);
    assertThat(keyed.api().get("/api/night").status()).isEqualTo(401);
    assertThat(keyed.api().get("/api/candidates").status()).isEqualTo(401);
    assertThat(keyed.api().get("/api/openapi").status()).isEqualTo(401);
    assertThat(keyed.api().get("/api/nothing").status()).isEqualTo(401);
    assertThat(keyed.api().post("/api/runs").status()).isEqualTo(401);
    assertThat(bearing(KEY + "x")).isEqualTo(401);
    assertThat(bearing("")).isEqualTo(401);
  }

  @Test
  void withTheKeyAllAnswers() {
    assertThat(bearing(KEY)).isEqualTo(200);
  }

  @Test
  void refusalSaysWhatToSendAndNotWhatTheKeyIs() {
    Api.Answer refused = keyed.api().get("/api/candidates");

    assertThat(refused.type()).isEqualTo("application/problem+json");
    assertThat(refused.body()).contains("Authorization: Bearer").doesNotContain(KEY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80", "10.0.0.1"})
  void withoutAKeyAForeignHostIsRefused(String host) throws IOException {
    assertThat(status(open, "Host: " + host)).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1:8080", "[::1]:9", "LOCALHOST:1"})
  void withoutAKeyThisMachinesNamesAreAnswered(String host) throws IOException {
    assertThat(status(open, "Host: " + host)).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Origin: http://evil.example",
        "Origin: null",
        "Origin: http://localhost:1",
        "Origin: ::",
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site"
      })
  void requestOfAForeignPageIsRefused(String header) throws IOException {
    assertThat(status(open, "Host: localhost", header)).isEqualTo(403);
    assertThat(status(keyed, "Host: localhost", header, "Authorization: Bearer " + KEY))
        .isEqualTo(403);
  }

  @Test
  void ownPageAndAFollowedLinkAreAnswered() throws IOException {
    assertThat(status(open, "Host: localhost:9", "Origin: http://localhost:9")).isEqualTo(200);
    assertThat(
            status(
                open, "Host: localhost", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate"))
        .isEqualTo(200);
  }

  @Test
  void withAKeyAProxySaysWhatTheServiceIsCalledOutside() throws IOException {
    String key = "Authorization: Bearer " + KEY;
    String inside = "Host: 10.0.0.7:8080";
    String origin = "Origin: https://match.example";
    String secure = "X-Forwarded-Proto: https";
    String outside = "X-Forwarded-Host: match.example";

    assertThat(status(keyed, inside, key, origin, secure)).isEqualTo(403);
    assertThat(status(keyed, inside, key, origin, secure, outside)).isEqualTo(200);
    assertThat(status(keyed, "Host: match.example", key, origin)).isEqualTo(200);
  }

  @Test
  void withoutAKeyNobodyIsBelievedWhatTheServiceIsCalled() throws IOException {
    String outside = "X-Forwarded-Host: evil.example";

    assertThat(status(open, "Host: evil.example", "X-Forwarded-Host: localhost")).isEqualTo(403);
    assertThat(status(open, "Host: localhost", "Origin: http://evil.example", outside))
        .isEqualTo(403);
  }

  @Test
  void refusalOfAForeignPageSaysWhatAProxyMustDo() {
    Api.Answer refused =
        Api.send(
            keyed.api().request("/api/candidates").header("Origin", "http://evil.example").GET());

    assertThat(Refusal.of(refused).name()).isEqualTo("403 foreign-page");
    assertThat(refused.body()).contains("X-Forwarded-Host").doesNotContain("Without a key");
  }

  @Test
  void cookieOfASignInBehindTlsIsSecure() {
    assertThat(cookieBehind("https")).contains("; Secure");
    assertThat(cookieBehind("http")).isNotEmpty().doesNotContain("Secure");
  }

  private static String cookieBehind(String scheme) {
    RawRequest signIn =
        RawRequest.of("POST", "/sign-in")
            .with("X-Forwarded-Proto: " + scheme)
            .sending("application/x-www-form-urlencoded", "key=" + KEY);
    return new RawHttp(keyed.api().url()).send(signIn).header("set-cookie");
  }

  @Test
  void shortKeyIsRefused() {
    assertThatThrownBy(() -> new Access(Optional.of(KEY.substring(1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining(KEY.substring(1));
    assertThat(new Access(Optional.of(KEY)).toString()).doesNotContain(KEY);
  }

  private static int bearing(String key) {
    return Api.send(
            keyed.api().request("/api/candidates").header("Authorization", "Bearer " + key).GET())
        .status();
  }

  // Java's own client does not let a caller choose the host.
  private static int status(TestService service, String... headers) throws IOException {
    URI url = service.api().url();
    String request =
        "GET /api/candidates HTTP/1.1\r\n"
            + String.join("\r\n", headers)
            + "\r\nConnection: close\r\n\r\n";
    try (var socket = new Socket(url.getHost(), url.getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return Integer.parseInt(answer.split(" ", 3)[1]);
    }
  }
}
