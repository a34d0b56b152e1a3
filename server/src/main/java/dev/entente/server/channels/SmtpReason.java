package dev.entente.server.channels;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;

/// Why a mail was not taken, without the server's own words, which quote addresses and users.
final class SmtpReason {
  private SmtpReason() {}

  static String of(Throwable failure) {
    return switch (failure) {
      case AuthenticationFailedException _ -> "the SMTP server refuses user or password";
      case SMTPAddressFailedException e -> refused("an address", e.getReturnCode());
      case SMTPSenderFailedException e -> refused("the sender", e.getReturnCode());
      case SMTPSendFailedException e -> refused("the mail", e.getReturnCode());
      case MailConnectException _ -> "no connection to the SMTP server";
      case MessagingException e -> ofCause(e);
      default -> failure.getClass().getSimpleName();
    };
  }

  private static String refused(String what, int code) {
    return "the SMTP server refuses " + what + ": " + code;
  }

  private static String ofCause(MessagingException failure) {
    @Nullable Exception next = failure.getNextException();
    String message = String.valueOf(failure.getMessage());
    if (next != null) {
      return of(next);
    }
    return message.startsWith("STARTTLS is required")
        ? "the SMTP server offers no STARTTLS"
        : failure.getClass().getSimpleName();
  }
}
