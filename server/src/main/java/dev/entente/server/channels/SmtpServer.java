package dev.entente.server.channels;

import jakarta.mail.Session;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;

/// A server that takes mails: `smtps://user:password@host:465` or `smtp://…:587`.
///
/// @param isTls whether the connection begins with TLS; else it is upgraded (STARTTLS) before
///   anything is said, but to this machine, whose server may have no certificate that others
///   believe
/// @param user empty where the server asks for none
record SmtpServer(
    boolean isTls, String host, int port, Optional<String> user, Optional<String> password) {
  private static final int TLS_PORT = 465;
  private static final int SUBMISSION_PORT = 587;
  private static final int LAST_PORT = 65_535;
  private static final Duration EACH_ANSWER = Duration.ofSeconds(10);

  /// Reads an address.
  ///
  /// @throws IllegalArgumentException that names the variable, and not what it holds
  static SmtpServer parse(String text) {
    try {
      var url = new URI(text);
      if (isServer(url)) {
        return of(url);
      }
    } catch (URISyntaxException | IllegalArgumentException e) {
      // what is wrong with it would quote it
    }
    throw new IllegalArgumentException(
        "ENTENTE_SMTP_URL must look like smtps://user:password@host:465 or"
            + " smtp://user:password@host:587; in user and password, write signs like @ and / as"
            + " %40 and %2F");
  }

  private static boolean isServer(URI url) {
    return ("smtp".equalsIgnoreCase(url.getScheme()) || "smtps".equalsIgnoreCase(url.getScheme()))
        && url.getHost() != null
        && url.getPort() <= LAST_PORT
        && url.getPort() != 0
        && url.getRawPath().matches("/?")
        && url.getRawQuery() == null
        && url.getRawFragment() == null;
  }

  private static SmtpServer of(URI url) {
    boolean isTls = "smtps".equalsIgnoreCase(url.getScheme());
    int usual = isTls ? TLS_PORT : SUBMISSION_PORT;
    String[] login =
        url.getRawUserInfo() == null ? new String[0] : url.getRawUserInfo().split(":", 2);
    if (login.length == 1) {
      throw new IllegalArgumentException("a user without a password");
    }
    return new SmtpServer(
        isTls,
        url.getHost().replaceAll("[\\[\\]]", ""),
        url.getPort() < 0 ? usual : url.getPort(),
        login.length == 0 ? Optional.empty() : Optional.of(decode(login[0])),
        login.length == 0 ? Optional.empty() : Optional.of(decode(login[1])));
  }

  // In this part of an address a plus is a plus.
  private static String decode(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /// How to speak with it.
  Session session() {
    String protocol = isTls ? "smtps" : "smtp";
    String prefix = "mail." + protocol + ".";
    boolean isUpgraded = !isTls && !AlertSettings.isLoopback(host);
    String millis = String.valueOf(EACH_ANSWER.toMillis());
    var set = new Properties();
    set.setProperty("mail.transport.protocol", protocol);
    set.setProperty(prefix + "host", host);
    set.setProperty(prefix + "port", String.valueOf(port));
    set.setProperty(prefix + "auth", String.valueOf(user.isPresent()));
    set.setProperty(prefix + "starttls.enable", String.valueOf(isUpgraded));
    set.setProperty(prefix + "starttls.required", String.valueOf(isUpgraded));
    set.setProperty(prefix + "ssl.checkserveridentity", "true");
    set.setProperty(prefix + "connectiontimeout", millis);
    set.setProperty(prefix + "timeout", millis);
    set.setProperty(prefix + "writetimeout", millis);
    set.setProperty(prefix + "sendpartial", "true"); // one wrong address must not keep it from all
    return Session.getInstance(set);
  }

  /// Shows neither user nor password.
  @Override
  public String toString() {
    return host + ":" + port;
  }
}
