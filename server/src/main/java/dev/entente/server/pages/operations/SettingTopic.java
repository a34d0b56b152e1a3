package dev.entente.server.pages.operations;

import java.util.regex.Pattern;

/// What settings are about, in the order in which a page shows them. A setting belongs to the first
/// topic that its name fits.
enum SettingTopic {
  SERVICE("ENTENTE_(API_KEY|ADDRESS|DATA)|DATABASE_URL"),
  NIGHT("ENTENTE_(ENGINE|NIGHT_.+)"),
  ALERTS("ENTENTE_(ALERT_.+|SMTP_URL)"),
  MODEL("GEMINI_.+|ENTENTE_REASONS_(PROVIDER|API_KEY|MODEL|BASE_URL|LANGUAGES?)"),
  SPENDING("ENTENTE_REASONS_.+"),
  INNGEST("INNGEST_.+"),
  COMMANDS("ENTENTE_(LANGUAGE|HOME|AOT|BENCH_HEAP|ERR_IS_TERMINAL|URL)");

  private final Pattern names;

  SettingTopic(String names) {
    this.names = Pattern.compile(names);
  }

  private boolean fits(String name) {
    return names.matcher(name).matches();
  }

  /// The topic of a setting.
  ///
  /// @throws IllegalArgumentException if it has none
  static SettingTopic of(String name) {
    for (SettingTopic topic : values()) {
      if (topic.fits(name)) {
        return topic;
      }
    }
    throw new IllegalArgumentException("no topic has the setting " + name);
  }
}
