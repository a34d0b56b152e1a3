package dev.entente.server.channels;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Who gets a mail, from whom, and which server takes it.
///
/// @param to one address or more, as RFC 5322 writes them, in ASCII
/// @param from one such address
record MailSettings(List<String> to, String from, SmtpServer server) {
  MailSettings {
    to = List.copyOf(to);
  }

  /// Reads all three.
  ///
  /// @param to addresses separated by commas
  /// @throws IllegalArgumentException that names the variable that is wrong, and not what it holds
  static MailSettings of(String to, String from, String server) {
    List<String> senders = addresses("ENTENTE_ALERT_MAIL_FROM", from);
    if (senders.size() != 1) {
      throw new IllegalArgumentException("ENTENTE_ALERT_MAIL_FROM must be one address");
    }
    return new MailSettings(
        addresses("ENTENTE_ALERT_MAIL_TO", to), senders.getFirst(), SmtpServer.parse(server));
  }

  private static List<String> addresses(String name, String text) {
    try {
      InternetAddress[] addresses = InternetAddress.parse(text, true);
      if (isPlain(text) && addresses.length > 0) {
        for (InternetAddress address : addresses) {
          address.validate();
        }
        if (Arrays.stream(addresses).noneMatch(InternetAddress::isGroup)) {
          return Arrays.stream(addresses).map(InternetAddress::toString).toList();
        }
      }
    } catch (AddressException e) {
      // what is wrong with it would quote it
    }
    throw new IllegalArgumentException(
        name + " must be addresses like ops@example.com, separated by commas, in ASCII");
  }

  // A line's end would begin another header.
  private static boolean isPlain(String text) {
    return StandardCharsets.US_ASCII.newEncoder().canEncode(text)
        && text.chars().noneMatch(Character::isISOControl);
  }

  /// Shows no address.
  @Override
  public String toString() {
    return "a mail";
  }
}
