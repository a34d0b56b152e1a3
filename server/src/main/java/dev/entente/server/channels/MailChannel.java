package dev.entente.server.channels;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends alerts as mails, in plain text.
final class MailChannel implements Channel {
  private static final Logger LOG = LoggerFactory.getLogger(MailChannel.class);

  // A server that answers each line at the last moment takes no longer than this.
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final MailSettings settings;
  private final MailText text;
  private final Duration patience;

  MailChannel(MailSettings settings, MailText text) {
    this(settings, text, PATIENCE);
  }

  /// @param patience for the whole conversation
  MailChannel(MailSettings settings, MailText text, Duration patience) {
    this.settings = settings;
    this.text = text;
    this.patience = patience;
  }

  @Override
  public Kind kind() {
    return Kind.MAIL;
  }

  // A virtual thread that waits for a socket can be interrupted.
  @Override
  public void send(Alert alert, Instant now) throws UndeliveredException {
    var conversation =
        new FutureTask<Void>(
            () -> {
              converse(alert, now);
              return null;
            });
    Thread.ofVirtual().name("mail").start(conversation);
    await(conversation);
  }

  private void await(Future<Void> conversation) throws UndeliveredException {
    try {
      conversation.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw UndeliveredException.because(SmtpReason.of(Objects.requireNonNull(e.getCause())));
    } catch (TimeoutException e) {
      conversation.cancel(true);
      throw UndeliveredException.because("not done within " + patience.toSeconds() + " s");
    } catch (InterruptedException e) {
      conversation.cancel(true);
      Thread.currentThread().interrupt();
      throw UndeliveredException.because("interrupted");
    }
  }

  private void converse(Alert alert, Instant now) throws MessagingException {
    SmtpServer server = settings.server();
    Session session = server.session();
    Transport transport = session.getTransport();
    try {
      transport.connect(server.user().orElse(null), server.password().orElse(null));
      Message message = message(session, alert, now);
      transport.sendMessage(message, message.getAllRecipients());
    } catch (SendFailedException e) {
      requireReached(e);
    } finally {
      close(transport);
    }
  }

  // Another attempt would tell those again who know it.
  private void requireReached(SendFailedException failure) throws SendFailedException {
    Address[] reached = failure.getValidSentAddresses();
    if (reached == null || reached.length == 0) {
      throw failure;
    }
    LOG.warn(
        "a mail reached {} of {} addresses: {}",
        reached.length,
        settings.to().size(),
        SmtpReason.of(failure));
  }

  // What was taken is taken, however the conversation ends.
  private static void close(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      LOG.debug("a conversation ended early: {}", SmtpReason.of(e));
    }
  }

  private Message message(Session session, Alert alert, Instant now) throws MessagingException {
    var message = new IdentifiedMessage(session, alert, settings.from());
    message.setFrom(new InternetAddress(settings.from(), true));
    for (String to : settings.to()) {
      message.addRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
    }
    MailText.Written written = text.of(alert);
    message.setSubject(written.subject(), UTF_8.name());
    message.setText(written.body(), UTF_8.name());
    message.setSentDate(Date.from(now));
    message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: nobody's absence answers
    return message;
  }

  /// A mail that has the same id on each attempt.
  private static final class IdentifiedMessage extends MimeMessage {
    private final String id;

    IdentifiedMessage(Session session, Alert alert, String from) {
      super(session);
      id = "<" + alert.id() + from.substring(from.lastIndexOf('@')).replaceFirst(">?$", ">");
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
