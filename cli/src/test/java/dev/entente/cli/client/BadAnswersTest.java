package dev.entente.cli.client;

import static dev.entente.cli.client.PlayedService.cut;
import static dev.entente.cli.client.PlayedService.json;
import static dev.entente.cli.client.PlayedService.problem;
import static dev.entente.cli.client.PlayedService.text;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.cli.CommandRun;
import dev.entente.cli.settings.ServiceAddress;
import dev.entente.cli.terminal.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every answer that is not what the contract says is one sentence.
class BadAnswersTest extends ServiceCase {
  private static final String RUNS = "GET /api/runs?limit=20";

  private String said(PlayedService.Answer answer) {
    service.on(RUNS, answer);
    var run = connected(new CommandRun());

    assertThat(run.run("runs")).isEqualTo(1);

    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("entente: ").hasLineCount(1);
    return run.err();
  }

  @Test
  void nobodyListensInBothLanguages() {
    service.close();
    var french = french();

    assertThat(command.run("runs")).isEqualTo(1);
    assertThat(french.run("runs")).isEqualTo(1);

    assertThat(command.err())
        .isEqualTo(
            "entente: no service answers at "
                + service.url()
                + ": start it with ./entente serve, or say where it is with --url or"
                + " ENTENTE_URL.\n");
    assertThat(french.err())
        .startsWith(
            "entente : aucun service ne répond à %s : démarrez-le".formatted(service.url()));
  }

  @Test
  void missingKeyIsNamed() {
    assertThat(said(problem(401, "Unauthorized", "")))
        .contains("the key is missing or wrong. Set ENTENTE_API_KEY.");
    assertThat(said(text(401, "text/html", "<html>"))).contains("Set ENTENTE_API_KEY.");
  }

  @Test
  void problemIsSaidInTheServicesWords() {
    String problems =
        "{\"title\":\"The query is wrong.\",\"status\":400,"
            + "\"problems\":[{\"pointer\":\"/limit\",\"kind\":\"X\",\"detail\":\"too large\"}]}";

    assertThat(said(problem(403, "Foreign host.", "Use loopback.")))
        .contains("refuses (status 403): Foreign host. Use loopback.");
    assertThat(said(json(400, problems)))
        .endsWith("refuses (status 400): The query is wrong. /limit: too large\n");
    assertThat(said(problem(503, "The database is away.", "Wait.")))
        .contains("failed (status 503): The database is away. Wait.");
  }

  @Test
  void answerOfAnotherProgramIsSaidToBeThat() {
    List<PlayedService.Answer> answers =
        List.of(
            text(200, "text/html", "<html>"),
            text(404, "text/html", "<html>"),
            text(403, "text/plain", ""),
            json(200, "[]"),
            json(200, "{\"runs\":[{\"id\":1}]}"),
            json(200, "{\"runs\":[" + run("DREAMING", 0) + "]}"),
            json(200, "{\"runs\":[" + run("RUNNING", 0).replace("run-1", "../x") + "]}"),
            json(200, "{\"runs\":[" + run("RUNNING", 0).replace("2026", "soon") + "]}"),
            json(200, "{\"runs\""),
            json(200, ""),
            json(204, ""));

    assertThat(answers).allSatisfy(a -> assertThat(said(a)).contains("is not this service"));
  }

  @Test
  void failureWithoutAWordPointsToTheLog() {
    assertThat(said(text(502, "text/html", "<html>"))).contains("failed (status 502)", "log");
  }

  @Test
  void connectionThatIsCutIsSaid() {
    assertThat(said(cut("application/json", "{\"runs\":["))).contains("broke off (");
  }

  @Test
  void redirectIsNotFollowedAndTheKeyStays() {
    environment.put("ENTENTE_API_KEY", "k".repeat(32));
    PlayedService.Answer redirect =
        exchange -> {
          exchange.getResponseHeaders().set("Location", service.url() + "/elsewhere");
          exchange.sendResponseHeaders(302, -1);
        };

    assertThat(said(redirect)).contains("leads elsewhere, to " + service.url() + "/elsewhere");
    assertThat(service.asked()).hasSize(1);
    assertThat(service.asked().getFirst().headers().getFirst("Authorization"))
        .isEqualTo("Bearer " + "k".repeat(32));
  }

  @Test
  void otherProtocolIsSaid() throws IOException {
    try (var server = new ServerSocket(0)) {
      Thread.ofVirtual().start(() -> greet(server));

      assertThat(command.run("runs", "--url", "http://127.0.0.1:" + server.getLocalPort()))
          .isEqualTo(1);
    }
    assertThat(command.err()).contains("does not speak HTTP").hasLineCount(1);
  }

  // What closes with something unread resets the connection, and the greeting might be lost.
  private static void greet(ServerSocket server) {
    try (Socket socket = server.accept();
        InputStream in = socket.getInputStream()) {
      assertThat(in.read(new byte[1 << 16])).isPositive();
      socket.getOutputStream().write("SSH-2.0-OpenSSH\r\n".getBytes(US_ASCII));
      socket.shutdownOutput();
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void whatTheNetworkFailsAtIsOneSentence() {
    var address = new ServiceAddress(URI.create("https://h"), true);
    var refusal = new Refusal(address, true, Messages.of(Map.of()));

    assertThat(refusal.of(new HttpConnectTimeoutException("")))
        .hasMessageStartingWith("no service answers at https://h: ");
    assertThat(refusal.of(new HttpTimeoutException("")))
        .hasMessageStartingWith("the service at https://h did not answer in time.");
    assertThat(refusal.of(new SSLException("plaintext")))
        .hasMessageStartingWith("no secure connection to https://h: plaintext. ");
    assertThat(refusal.of(new IOException("reset")))
        .hasMessageStartingWith("the connection to https://h broke off (reset). ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"clé", "with blank", "with\ttab"})
  void keyThatCannotBeSentIsNeverShown(String key) {
    environment.put("ENTENTE_API_KEY", key);

    assertThat(command.run("runs")).isEqualTo(1);

    assertThat(command.err()).contains("ENTENTE_API_KEY holds a character").doesNotContain(key);
    assertThat(service.asked()).isEmpty();
  }
}
