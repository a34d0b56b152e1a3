package dev.entente.server.reasons;

import java.util.Locale;
import java.util.Optional;

/// A language that reasons are written in.
public enum ReasonLanguage {
  /// French.
  FRENCH(Locale.FRENCH),
  /// English.
  ENGLISH(Locale.ENGLISH);

  private final Locale locale;

  ReasonLanguage(Locale locale) {
    this.locale = locale;
  }

  /// The language for formats and messages.
  public Locale locale() {
    return locale;
  }

  /// How it is stored and told: `fr` or `en`.
  public String tag() {
    return locale.getLanguage();
  }

  /// The language of a tag such as `fr`.
  public static Optional<ReasonLanguage> ofTag(String tag) {
    for (ReasonLanguage language : values()) {
      if (language.tag().equals(tag)) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }

  /// The language for a reader: English for whoever reads neither.
  public static ReasonLanguage of(Locale reader) {
    return ofTag(reader.getLanguage()).orElse(ENGLISH);
  }
}
