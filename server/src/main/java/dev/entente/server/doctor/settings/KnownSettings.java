package dev.entente.server.doctor.settings;

import dev.entente.cli.settings.Settings;
import dev.entente.server.ops.DatabaseUrl;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All settings that the product knows. docs/operating.md has the same, which a test holds.
public final class KnownSettings {
  static final List<Setting> ALL =
      List.of(
          Setting.secret("ENTENTE_API_KEY", Form.API_KEY),
          Setting.shown("ENTENTE_ADDRESS", Form.ADDRESS),
          Setting.secret("DATABASE_URL", Form.DATABASE_URL),
          Setting.unshown("ENTENTE_DATA", Form.FOLDER),
          Setting.unshown("ENTENTE_URL", Form.SERVICE_URL),
          Setting.shown("ENTENTE_ENGINE", Form.ENGINE),
          Setting.shown("ENTENTE_NIGHT_HOUR", Form.HOUR),
          Setting.shown("ENTENTE_NIGHT_ZONE", Form.ZONE),
          Setting.shown("ENTENTE_NIGHT_DEADLINE_HOURS", Form.DEADLINE),
          Setting.secret("ENTENTE_ALERT_WEBHOOK_URL", Form.WEB_URL),
          Setting.secret("ENTENTE_ALERT_WEBHOOK_SECRET", Form.WEBHOOK_SECRET),
          Setting.unshown("ENTENTE_ALERT_MAIL_TO", Form.MAIL_ADDRESSES),
          Setting.unshown("ENTENTE_ALERT_MAIL_FROM", Form.MAIL_ADDRESS),
          Setting.secret("ENTENTE_SMTP_URL", Form.SMTP_URL),
          Setting.secret("GEMINI_API_KEY", Form.WORD),
          Setting.unshown("GEMINI_MODEL", Form.GEMINI_MODEL),
          Setting.unshown("GEMINI_BASE_URL", Form.GEMINI_URL),
          Setting.shown("GEMINI_TERMS", Form.GEMINI_TERMS),
          Setting.shown("ENTENTE_REASONS_PROVIDER", Form.PROVIDER),
          Setting.secret("ENTENTE_REASONS_API_KEY", Form.WORD),
          Setting.unshown("ENTENTE_REASONS_MODEL", Form.MODEL),
          Setting.unshown("ENTENTE_REASONS_BASE_URL", Form.MODEL_URL),
          Setting.shown("ENTENTE_REASONS_LANGUAGE", Form.LANGUAGE),
          Setting.unshown("ENTENTE_REASONS_LANGUAGES", Form.LANGUAGES),
          Setting.shown("ENTENTE_REASONS_REQUESTS_PER_MINUTE", Form.COUNT),
          Setting.shown("ENTENTE_REASONS_TOKENS_PER_MINUTE", Form.TOKENS_PER_MINUTE),
          Setting.shown("ENTENTE_REASONS_CONCURRENCY", Form.CONCURRENCY),
          Setting.shown("ENTENTE_REASONS_SECONDS_PER_CALL", Form.SECONDS_PER_CALL),
          Setting.shown("ENTENTE_REASONS_TOKENS_PER_DAY", Form.TOKENS),
          Setting.shown("ENTENTE_REASONS_TOKENS_PER_RUN", Form.TOKENS),
          Setting.shown("ENTENTE_REASONS_COST_PER_DAY", Form.COST),
          Setting.shown("ENTENTE_REASONS_COST_PER_RUN", Form.COST),
          Setting.unshown("ENTENTE_REASONS_PRICES", Form.PRICES),
          Setting.shown("ENTENTE_REASONS_CURRENCY", Form.CURRENCY),
          Setting.ofTheEnvironment("ENTENTE_LANGUAGE"),
          Setting.ofTheEnvironment("ENTENTE_HOME"),
          Setting.ofTheEnvironment("ENTENTE_AOT"),
          Setting.ofTheEnvironment("ENTENTE_BENCH_HEAP"),
          Setting.ofTheEnvironment("ENTENTE_ERR_IS_TERMINAL"),
          inngestSecret("signingKey", "INNGEST_SIGNING_KEY"),
          inngestSecret("signingKey", "INNGEST_SIGNING_KEY_FALLBACK"),
          inngestSecret("word", "INNGEST_EVENT_KEY"),
          inngest("devServer", "INNGEST_DEV"),
          inngest("word", "INNGEST_ENV"),
          inngest("origin", "INNGEST_BASE_URL"),
          inngest("origin", "INNGEST_API_BASE_URL"),
          inngest("origin", "INNGEST_EVENT_API_BASE_URL"),
          inngest("origin", "INNGEST_SERVE_ORIGIN"),
          inngest("origin", "INNGEST_SERVE_HOST"),
          inngest("path", "INNGEST_SERVE_PATH"),
          inngest("flag", "INNGEST_ALLOW_IN_BAND_SYNC"),
          inngest("flag", "INNGEST_ENABLE_UNAUTHED_SYNC"));

  private KnownSettings() {}

  private static Setting inngest(String form, String name) {
    return Setting.unshown(name, Form.ofInngest(form, name));
  }

  private static Setting inngestSecret(String form, String name) {
    return Setting.secret(name, Form.ofInngest(form, name));
  }

  static Optional<Setting> find(String name) {
    return ALL.stream().filter(setting -> setting.name().equals(name)).findFirst();
  }

  /// The value of a setting, if it is set and has its form.
  public static Optional<String> wellFormed(Settings settings, String name) {
    return settings.get(name).filter(value -> isWellFormed(name, value));
  }

  /// Tells whether a setting is set to what is not of its form.
  public static boolean isMalformed(Settings settings, String name) {
    return settings.get(name).filter(value -> !isWellFormed(name, value)).isPresent();
  }

  private static boolean isWellFormed(String name, String value) {
    return find(name).filter(setting -> setting.form().fits().test(value)).isPresent();
  }

  /// All that is set and must not be shown, wherever it is set, and the passwords inside it.
  public static Stream<String> secrets(Settings settings) {
    return ALL.stream()
        .filter(Setting::isSecret)
        .flatMap(
            setting ->
                settings.sources().stream()
                    .map(source -> source.value(setting.name()))
                    .filter(value -> !value.isEmpty()))
        .flatMap(KnownSettings::parts);
  }

  private static Stream<String> parts(String value) {
    Stream<String> password = DatabaseUrl.parse(value).flatMap(DatabaseUrl::password).stream();
    return Stream.concat(Stream.of(value), Stream.concat(password, userInfo(value)));
  }

  private static Stream<String> userInfo(String value) {
    try {
      String user = URI.create(value).getRawUserInfo();
      return user == null
          ? Stream.empty()
          : Arrays.stream(user.split(":", 2))
              .skip(1)
              .flatMap(part -> Stream.of(part, URLDecoder.decode(part, StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException e) {
      return Stream.empty();
    }
  }
}
