package dev.entente.server.channels;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Who is told of a bad night. Immutable, and never shows a secret.
///
/// @param webhook absent where none is set
/// @param mail absent where none is set
/// @param language of mails, French or English
/// @param origin where people reach the service, without a slash at its end; absent where nothing
///   tells
public record AlertSettings(
    Optional<WebhookSettings> webhook,
    Optional<MailSettings> mail,
    Locale language,
    Optional<URI> origin) {
  private static final List<String> WEBHOOK =
      List.of("ENTENTE_ALERT_WEBHOOK_URL", "ENTENTE_ALERT_WEBHOOK_SECRET");
  private static final List<String> MAIL =
      List.of("ENTENTE_ALERT_MAIL_TO", "ENTENTE_ALERT_MAIL_FROM", "ENTENTE_SMTP_URL");

  // Only the names of this machine itself: another may lead elsewhere tomorrow.
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[?::1]?");

  /// Nobody is told.
  public static AlertSettings none(Locale language) {
    return new AlertSettings(Optional.empty(), Optional.empty(), language, Optional.empty());
  }

  /// Reads what is set.
  ///
  /// @param variable gives what a variable holds, if it is set
  /// @throws IllegalArgumentException that names the variable that is wrong or missing, and never
  ///   what one holds
  public static AlertSettings of(Function<String, Optional<String>> variable, Locale language) {
    return new AlertSettings(
        all(WEBHOOK, variable).map(set -> WebhookSettings.of(set.get(0), set.get(1))),
        all(MAIL, variable).map(set -> MailSettings.of(set.get(0), set.get(1), set.get(2))),
        language,
        variable.apply("INNGEST_SERVE_ORIGIN").flatMap(AlertSettings::origin));
  }

  // Some of them alone would look as if somebody were told.
  private static Optional<List<String>> all(
      List<String> names, Function<String, Optional<String>> variable) {
    List<String> missing = names.stream().filter(name -> variable.apply(name).isEmpty()).toList();
    if (missing.size() == names.size()) {
      return Optional.empty();
    }
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          String.join(" and ", missing)
              + " must be set too: "
              + String.join(", ", names)
              + " belong together");
    }
    return Optional.of(names.stream().flatMap(name -> variable.apply(name).stream()).toList());
  }

  private static Optional<URI> origin(String text) {
    try {
      var url = new URI(text.replaceFirst("/++$", ""));
      boolean isWeb = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
      return isWeb && url.getHost() != null && url.getRawUserInfo() == null
          ? Optional.of(url)
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /// The ways to tell somebody, one of a kind at most.
  public List<Channel> channels() {
    Stream<Channel> hooks = webhook.stream().map(WebhookChannel::new);
    Stream<Channel> mails = mail.stream().map(set -> new MailChannel(set, new MailText(language)));
    return Stream.concat(hooks, mails).toList();
  }

  /// Tells whether a host's name or address is this machine's own.
  static boolean isLoopback(String host) {
    return LOOPBACK.matcher(host).matches();
  }
}
