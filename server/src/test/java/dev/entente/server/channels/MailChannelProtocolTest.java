package dev.entente.server.channels;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Mails as an SMTP server takes them.
class MailChannelProtocolTest {
  private static final String PASSWORD = "open-sesame";
  private static final List<String> TO =
      List.of("ops@example.com", "Night Shift <night@example.com>");

  private final GreenMail plain = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private final GreenMail tls = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtps"));

  @AfterEach
  void stop() {
    plain.stop();
    tls.stop();
  }

  private static MailChannel channel(SmtpServer server, Locale language) {
    var settings = new MailSettings(TO, "Entente <entente@example.com>", server);
    return new MailChannel(settings, new MailText(language), Duration.ofSeconds(2));
  }

  private static SmtpServer server(int port, String host) {
    return new SmtpServer(false, host, port, Optional.empty(), Optional.empty());
  }

  @Test
  void mailComesAsItIsMeant() throws Exception {
    plain.start();
    MailChannel channel = channel(server(plain.getSmtp().getPort(), "127.0.0.1"), Locale.FRENCH);

    channel.send(Alerts.of(Alert.Type.MISSED), Alerts.NOW);

    MimeMessage[] received = plain.getReceivedMessages();
    assertThat(received).hasSize(2); // one a receiver
    for (MimeMessage mail : received) {
      assertThat(mail.getSubject())
          .isEqualTo("Entente : la nuit du 23 novembre 2026 n’a pas eu lieu à temps");
      assertThat(mail.getFrom()[0]).hasToString("Entente <entente@example.com>");
      assertThat(mail.getAllRecipients())
          .extracting(Object::toString)
          .containsExactlyElementsOf(TO);
      assertThat(mail.getMessageID()).isEqualTo("<" + Alerts.ID + "@example.com>");
      assertThat(mail.getSentDate()).isEqualTo(Alerts.NOW);
      assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
      assertThat(mail.getContentType()).startsWith("text/plain; charset=UTF-8");
      assertThat(mail.getContent().toString()).contains("n’était achevée", "Que faire :");
    }
  }

  @Test
  void userIsKnownByThePassword() throws Exception {
    plain.setUser("entente", PASSWORD);
    plain.start();

    channel(login(PASSWORD), Locale.ENGLISH).send(Alerts.of(Alert.Type.FAILED), Alerts.NOW);

    assertThat(plain.getReceivedMessages()).hasSize(2);
    assertThatThrownBy(
            () ->
                channel(login("wrong-" + PASSWORD), Locale.ENGLISH)
                    .send(Alerts.of(Alert.Type.FAILED), Alerts.NOW))
        .isInstanceOf(UndeliveredException.class)
        .hasMessage("the SMTP server refuses user or password");
  }

  private SmtpServer login(String password) {
    return new SmtpServer(
        false,
        "127.0.0.1",
        plain.getSmtp().getPort(),
        Optional.of("entente"),
        Optional.of(password));
  }

  @Test
  void serverWithoutTlsIsToldNothing() {
    plain.start();
    // this machine, by a name that is not known to be its own
    MailChannel channel = channel(server(plain.getSmtp().getPort(), "127.1"), Locale.ENGLISH);

    assertThatThrownBy(() -> channel.send(Alerts.of(Alert.Type.FAILED), Alerts.NOW))
        .hasMessage("the SMTP server offers no STARTTLS");
    assertThat(plain.getReceivedMessages()).isEmpty();
  }

  @Test
  void certificateThatNobodyKnowsIsNotBelieved() {
    tls.start();
    var server =
        new SmtpServer(
            true,
            "127.0.0.1",
            tls.getSmtps().getPort(),
            Optional.of("entente"),
            Optional.of(PASSWORD));

    assertThatThrownBy(
            () -> channel(server, Locale.ENGLISH).send(Alerts.of(Alert.Type.FAILED), Alerts.NOW))
        .hasMessageStartingWith("SSLHandshakeException");
    assertThat(tls.getReceivedMessages()).isEmpty();
  }

  @Test
  void nobodyWhoListensIsTold() throws IOException {
    int port;
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }

    assertThatThrownBy(
            () ->
                channel(server(port, "127.0.0.1"), Locale.ENGLISH)
                    .send(Alerts.of(Alert.Type.FAILED), Alerts.NOW))
        .hasMessage("no connection to the SMTP server");
  }

  @Test
  void serverThatGivesAWordNowAndThenIsNotWaitedFor() throws IOException {
    try (var slow = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> drip(slow));

      assertThatThrownBy(
              () ->
                  channel(server(slow.getLocalPort(), "127.0.0.1"), Locale.ENGLISH)
                      .send(Alerts.of(Alert.Type.FAILED), Alerts.NOW))
          .hasMessage("not done within 2 s");
    }
  }

  private static void drip(ServerSocket server) {
    try (Socket socket = server.accept()) {
      while (true) {
        socket.getOutputStream().write("220-wait\r\n".getBytes(UTF_8));
        Thread.sleep(200);
      }
    } catch (IOException | InterruptedException e) {
      // the client has gone
    }
  }
}
