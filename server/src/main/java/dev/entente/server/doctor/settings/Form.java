package dev.entente.server.doctor.settings;

import dev.entente.cli.settings.ServiceAddress;
import dev.entente.inngest.settings.Settings;
import dev.entente.server.accounts.Access;
import dev.entente.server.nights.NightSettings;
import dev.entente.server.ops.DatabaseUrl;
import dev.entente.server.reasons.ReasonLanguage;
import dev.entente.server.reasons.model.ModelSettings;
import dev.entente.server.reasons.spending.SpendingSettings;
import dev.entente.server.reasons.wording.ReasonPolicy;
import dev.entente.server.runs.NightSchedule;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What the value of a setting must be.
///
/// @param name of the words that say it, `doctor.form.` and this
/// @param fits tells whether a value is that
record Form(String name, Predicate<String> fits) {
  private static final String MAIL = "[^\\s@,<>\"]++@[^\\s@,<>\"]++";

  // What else the service needs to read one variable of a model.
  private static final Map<String, String> OF_ANY_MODEL =
      Map.of(
          "GEMINI_API_KEY", "x",
          "ENTENTE_REASONS_MODEL", "x",
          "ENTENTE_REASONS_BASE_URL", "http://localhost");

  static final Form ANY = new Form("any", _ -> true);
  static final Form API_KEY = of("apiKey", text -> new Access(Optional.of(text)));
  static final Form FOLDER = of("folder", Path::of);
  static final Form ADDRESS = matching("address", "[0-9a-zA-Z.:%_-]+");
  static final Form SERVICE_URL = new Form("serviceUrl", ServiceAddress::isAddress);
  static final Form DATABASE_URL =
      new Form("databaseUrl", text -> DatabaseUrl.parse(text).isPresent());
  static final Form ENGINE = new Form("engine", Set.of("auto", "embedded", "inngest")::contains);
  static final Form HOUR = ofNight("hour", "ENTENTE_NIGHT_HOUR");
  static final Form ZONE = ofNight("zone", "ENTENTE_NIGHT_ZONE");
  static final Form DEADLINE = ofNight("deadline", "ENTENTE_NIGHT_DEADLINE_HOURS");
  static final Form WEB_URL = new Form("webUrl", text -> isUrl(text, Set.of("http", "https")));
  static final Form SMTP_URL = new Form("smtpUrl", text -> isUrl(text, Set.of("smtp", "smtps")));
  static final Form WEBHOOK_SECRET = of("webhookSecret", Form::requireWebhookSecret);
  static final Form WORD = matching("word", "[!-~]+");
  static final Form GEMINI_MODEL = ofModel("geminiModel", "GEMINI_MODEL", "gemini");
  static final Form GEMINI_URL = ofModel("keyedUrl", "GEMINI_BASE_URL", "gemini");
  static final Form GEMINI_TERMS = ofModel("terms", "GEMINI_TERMS", "gemini");
  static final Form PROVIDER =
      new Form("provider", Set.of("gemini", "openai", "ollama", "none")::contains);
  static final Form MODEL = ofModel("model", "ENTENTE_REASONS_MODEL", "ollama");
  static final Form MODEL_URL = ofModel("webUrl", "ENTENTE_REASONS_BASE_URL", "ollama");
  static final Form LANGUAGE = ofReasons("language", "LANGUAGE");
  static final Form LANGUAGES = ofReasons("languages", "LANGUAGES");
  static final Form COUNT = ofReasons("count", "REQUESTS_PER_MINUTE");
  static final Form TOKENS_PER_MINUTE = ofReasons("tokensPerMinute", "TOKENS_PER_MINUTE");
  static final Form CONCURRENCY = ofReasons("concurrency", "CONCURRENCY");
  static final Form SECONDS_PER_CALL = ofReasons("secondsPerCall", "SECONDS_PER_CALL");
  static final Form TOKENS = ofReasons("tokens", "TOKENS_PER_DAY");
  static final Form COST = ofReasons("cost", "COST_PER_DAY");
  static final Form PRICES = ofReasons("prices", "PRICES");
  static final Form CURRENCY = ofReasons("currency", "CURRENCY");
  static final Form MAIL_ADDRESS = matching("mailAddress", MAIL);
  static final Form MAIL_ADDRESSES = matching("mailAddresses", MAIL + "(\\s*,\\s*" + MAIL + ")*+");

  private static final int SHORTEST_SECRET = 24;
  private static final int LONGEST_SECRET = 64;

  /// The form of a variable that all SDKs of Inngest share, as our own reads it.
  static Form ofInngest(String name, String variable) {
    return of(name, text -> Settings.of(Map.of(variable, text)));
  }

  /// The form of a variable of the night, as the service reads it.
  private static Form ofNight(String name, String variable) {
    return of(
        name,
        text -> {
          Function<String, Optional<String>> only =
              asked -> Optional.of(text).filter(_ -> asked.equals(variable));
          return NightSettings.of(NightSchedule.of(only), only);
        });
  }

  /// The form of a variable of the model that writes reasons, as the service reads it.
  private static Form ofModel(String name, String variable, String provider) {
    return of(
        name,
        text -> {
          Map<String, String> set = new HashMap<>(OF_ANY_MODEL);
          set.put("ENTENTE_REASONS_PROVIDER", provider);
          set.put(variable, text);
          return ModelSettings.of(asked -> Optional.ofNullable(set.get(asked)));
        });
  }

  /// The form of another variable of reasons, likewise.
  private static Form ofReasons(String name, String variable) {
    return of(
        name,
        text -> {
          Function<String, Optional<String>> only =
              asked -> Optional.of(text).filter(_ -> asked.equals("ENTENTE_REASONS_" + variable));
          var _ = SpendingSettings.of(only);
          return ReasonPolicy.of(only, ReasonLanguage.ENGLISH, Optional.empty());
        });
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
