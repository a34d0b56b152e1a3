package dev.entente.server.doctor.settings;

import dev.entente.cli.settings.ServiceAddress;
import dev.entente.inngest.settings.Settings;
import dev.entente.server.accounts.Access;
import dev.entente.server.ops.DatabaseUrl;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.zone.ZoneRulesProvider;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What the value of a setting must be.
///
/// @param name of the words that say it, `doctor.form.` and this
/// @param fits tells whether a value is that
record Form(String name, Predicate<String> fits) {
  private static final String MAIL = "[^\\s@,<>\"]++@[^\\s@,<>\"]++";

  static final Form ANY = new Form("any", _ -> true);
  static final Form API_KEY = of("apiKey", text -> new Access(Optional.of(text)));
  static final Form FOLDER = of("folder", Path::of);
  static final Form ADDRESS = matching("address", "[0-9a-zA-Z.:%_-]+");
  static final Form SERVICE_URL = new Form("serviceUrl", ServiceAddress::isAddress);
  static final Form DATABASE_URL =
      new Form("databaseUrl", text -> DatabaseUrl.parse(text).isPresent());
  static final Form ENGINE = new Form("engine", Set.of("auto", "embedded", "inngest")::contains);
  static final Form HOUR =
      new Form("hour", text -> text.equals("none") || isWholeNumber(text, 0, 23));
  static final Form DEADLINE = new Form("deadline", text -> isWholeNumber(text, 1, 23));
  static final Form ZONE =
      new Form("zone", text -> ZoneRulesProvider.getAvailableZoneIds().contains(text));
  static final Form WEB_URL = new Form("webUrl", text -> isUrl(text, Set.of("http", "https")));
  static final Form SMTP_URL = new Form("smtpUrl", text -> isUrl(text, Set.of("smtp", "smtps")));
  static final Form WEBHOOK_SECRET = of("webhookSecret", Form::requireWebhookSecret);
  static final Form WORD = matching("word", "[!-~]+");
  static final Form MODEL = matching("model", "[0-9A-Za-z._-]+");
  static final Form MAIL_ADDRESS = matching("mailAddress", MAIL);
  static final Form MAIL_ADDRESSES = matching("mailAddresses", MAIL + "(\\s*,\\s*" + MAIL + ")*+");

  private static final int SHORTEST_SECRET = 24;
  private static final int LONGEST_SECRET = 64;

  /// The form of a variable that all SDKs of Inngest share, as our own reads it.
  static Form ofInngest(String name, String variable) {
    return of(name, text -> Settings.of(Map.of(variable, text)));
  }

  private static Form matching(String name, String pattern) {
    return new Form(name, Pattern.compile(pattern).asMatchPredicate());
  }

  private interface Reading {
    Object read(String text);
  }

  private static Form of(String name, Reading reading) {
    return new Form(name, text -> isRead(text, reading));
  }

  private static boolean isRead(String text, Reading reading) {
    try {
      var _ = reading.read(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isWholeNumber(String text, int least, int most) {
    return text.matches("\\d{1,2}")
        && Integer.parseInt(text) >= least
        && Integer.parseInt(text) <= most;
  }

  private static boolean isUrl(String text, Set<String> schemes) {
    try {
      var url = new URI(text);
      return url.getScheme() != null && schemes.contains(url.getScheme()) && url.getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  // As Standard Webhooks says.
  private static Object requireWebhookSecret(String text) {
    byte[] bytes = Base64.getDecoder().decode(text.replaceFirst("^whsec_", ""));
    if (!text.startsWith("whsec_")
        || bytes.length < SHORTEST_SECRET
        || bytes.length > LONGEST_SECRET) {
      throw new IllegalArgumentException("no secret of a webhook");
    }
    return bytes;
  }
}
