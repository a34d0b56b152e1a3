package dev.entente.server.reasons.model;

import dev.entente.server.reasons.ReasonLanguage;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// Which model writes reasons. Immutable, and never shows the key.
///
/// @param provider whose interface is spoken
/// @param model as the provider knows it
/// @param baseUrl without a slash at its end
/// @param key absent where none is wanted
/// @param terms that Gemini's key is under; absent where nobody has declared them, and for others
public record ModelSettings(
    Provider provider, String model, URI baseUrl, Optional<String> key, Optional<Terms> terms) {
  private static final String DEFAULT_MODEL = "gemini-3.5-flash-lite";
  private static final URI DEFAULT_URL =
      URI.create("https://generativelanguage.googleapis.com/v1beta");

  /// Whose interface is spoken.
  public enum Provider {
    /// Google's Gemini API.
    GEMINI,
    /// OpenAI, and whoever offers the same interface.
    OPENAI,
    /// Ollama.
    OLLAMA;

    /// How it is set and told.
    public String tag() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Terms of a key for Gemini.
  public enum Terms {
    /// The key's project pays.
    PAID,
    /// It does not, and whoever runs the service declares to know what that forbids.
    UNPAID_ACKNOWLEDGED
  }

  /// Reads what is set.
  ///
  /// @param settings gives what a setting holds, if it is set
  /// @return empty if no model is set
  /// @throws IllegalArgumentException that names the setting that is wrong or missing, and never
  ///   what one holds
  public static Optional<ModelSettings> of(Function<String, Optional<String>> settings) {
    var values = new SettingValues(settings);
    Optional<String> provider = values.get("ENTENTE_REASONS_PROVIDER");
    return switch (provider.orElse("")) {
      case "" -> values.get("GEMINI_API_KEY").map(_ -> gemini(values));
      case "gemini" -> Optional.of(gemini(values));
      case "openai" -> Optional.of(other(Provider.OPENAI, values));
      case "ollama" -> Optional.of(other(Provider.OLLAMA, values));
      case "none" -> Optional.empty();
      default ->
          throw new IllegalArgumentException(
              "ENTENTE_REASONS_PROVIDER must be gemini, openai, ollama or none");
    };
  }

  private static ModelSettings gemini(SettingValues values) {
    return new ModelSettings(
        Provider.GEMINI,
        values.modelInPath("GEMINI_MODEL").orElse(DEFAULT_MODEL),
        values.url("GEMINI_BASE_URL", true).orElse(DEFAULT_URL),
        Optional.of(SettingValues.require("GEMINI_API_KEY", values.key("GEMINI_API_KEY"))),
        values.get("GEMINI_TERMS").map(ModelSettings::terms));
  }

  private static Terms terms(String text) {
    return switch (text) {
      case "paid" -> Terms.PAID;
      case "unpaid-acknowledged" -> Terms.UNPAID_ACKNOWLEDGED;
      default ->
          throw new IllegalArgumentException("GEMINI_TERMS must be paid or unpaid-acknowledged");
    };
  }

  private static ModelSettings other(Provider provider, SettingValues values) {
    String model = "ENTENTE_REASONS_MODEL";
    String url = "ENTENTE_REASONS_BASE_URL";
    Optional<String> key = values.key("ENTENTE_REASONS_API_KEY");
    return new ModelSettings(
        provider,
        SettingValues.require(model, values.model(model)),
        SettingValues.require(url, values.url(url, key.isPresent())),
        key,
        Optional.empty());
  }

  /// Whether something may be sent: with Gemini, only when the terms of its key are declared.
  public boolean mayCall() {
    return provider != Provider.GEMINI || terms.isPresent();
  }

  /// What whoever runs the service must know of the terms: why nothing is sent, or what an unpaid
  /// key forbids. Empty if there is nothing to say.
  public Optional<String> caution(ReasonLanguage language) {
    if (!mayCall()) {
      return Optional.of(
          switch (language) {
            case ENGLISH ->
                "GEMINI_TERMS is not set, so nothing is sent to Gemini. Set it to paid if the"
                    + " key's project has billing. Without billing, Google's terms forbid personal"
                    + " data and serving people in the EEA, Switzerland and the United Kingdom:"
                    + " unpaid-acknowledged declares that you know.";
            case FRENCH ->
                "GEMINI_TERMS n’est pas réglé : rien n’est envoyé à Gemini. Réglez-le sur paid si"
                    + " le projet de la clé est facturé. Sans facturation, les conditions de Google"
                    + " interdisent les données personnelles et le service de personnes dans l’EEE,"
                    + " en Suisse et au Royaume-Uni : unpaid-acknowledged déclare que vous le"
                    + " savez.";
          });
    }
    return terms
        .filter(declared -> declared == Terms.UNPAID_ACKNOWLEDGED)
        .map(_ -> unpaid(language));
  }

  private static String unpaid(ReasonLanguage language) {
    return switch (language) {
      case ENGLISH ->
          "Gemini is used with an unpaid key: Google may read what is sent and train with it, and"
              + " its terms forbid personal data and serving people in the EEA, Switzerland and"
              + " the United Kingdom. For real candidates there, use a key with billing and set"
              + " GEMINI_TERMS=paid.";
      case FRENCH ->
          "Gemini est utilisé avec une clé gratuite : Google peut lire ce qui est envoyé et s’en"
              + " servir pour l’entraînement, et ses conditions interdisent les données"
              + " personnelles et le service de personnes dans l’EEE, en Suisse et au Royaume-Uni."
              + " Pour de vrais candidats, prenez une clé facturée et réglez GEMINI_TERMS=paid.";
    };
  }

  Dialect dialect() {
    return switch (provider) {
      case GEMINI -> new GeminiDialect(this);
      case OPENAI -> new OpenAiDialect(this);
      case OLLAMA -> new OllamaDialect(this);
    };
  }

  /// Shows the provider and the model.
  @Override
  public String toString() {
    return provider.tag() + " " + model;
  }
}
