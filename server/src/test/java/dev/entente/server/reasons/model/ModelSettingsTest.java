package dev.entente.server.reasons.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.entente.server.reasons.ReasonLanguage;
import dev.entente.server.reasons.model.ModelSettings.Terms;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelSettingsTest {
  private static final String KEY = "AIza-open-sesame";

  private static Optional<ModelSettings> settings(String... namesAndValues) {
    Map<String, String> set = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      set.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return ModelSettings.of(name -> Optional.ofNullable(set.get(name)));
  }

  @Test
  void withoutAKeyThereIsNoModel() {
    assertThat(settings()).isEmpty();
    assertThat(settings("GEMINI_API_KEY", "")).isEmpty();
    assertThat(settings("ENTENTE_REASONS_PROVIDER", "none", "GEMINI_API_KEY", KEY)).isEmpty();
  }

  @Test
  void keyAloneIsGeminiWhichMayNotBeCalledYet() {
    ModelSettings settings = settings("GEMINI_API_KEY", KEY).orElseThrow();

    assertThat(settings.provider()).isEqualTo(ModelSettings.Provider.GEMINI);
    assertThat(settings.model()).isEqualTo("gemini-3.5-flash-lite");
    assertThat(settings.baseUrl()).hasToString("https://generativelanguage.googleapis.com/v1beta");
    assertThat(settings.mayCall()).isFalse();
    assertThat(settings.caution(ReasonLanguage.FRENCH))
        .get()
        .asString()
        .contains("n’est pas réglé");
    assertThat(settings.caution(ReasonLanguage.ENGLISH)).get().asString().contains("is not set");
  }

  @Test
  void termsAreDeclared() {
    ModelSettings paid = settings("GEMINI_API_KEY", KEY, "GEMINI_TERMS", "paid").orElseThrow();
    assertThat(paid.mayCall()).isTrue();
    assertThat(paid.caution(ReasonLanguage.ENGLISH)).isEmpty();

    ModelSettings unpaid =
        settings("GEMINI_API_KEY", KEY, "GEMINI_TERMS", "unpaid-acknowledged").orElseThrow();
    assertThat(unpaid.mayCall()).isTrue();
    assertThat(unpaid.terms()).contains(Terms.UNPAID_ACKNOWLEDGED);
    assertThat(unpaid.caution(ReasonLanguage.ENGLISH)).get().asString().contains("unpaid key");
    assertThat(unpaid.caution(ReasonLanguage.FRENCH)).get().asString().contains("clé gratuite");
  }

  @Test
  void keyIsNeverShown() {
    assertThat(settings("GEMINI_API_KEY", KEY).orElseThrow().toString())
        .isEqualTo("gemini gemini-3.5-flash-lite");
  }

  @Test
  void otherProvidersNeedAModelAndAnAddress() {
    ModelSettings ollama =
        settings(
                "ENTENTE_REASONS_PROVIDER", "ollama",
                "ENTENTE_REASONS_MODEL", "llama3.1:8b",
                "ENTENTE_REASONS_BASE_URL", "http://ollama:11434/")
            .orElseThrow();

    assertThat(ollama.provider()).isEqualTo(ModelSettings.Provider.OLLAMA);
    assertThat(ollama.baseUrl()).hasToString("http://ollama:11434");
    assertThat(ollama.key()).isEmpty();
    assertThat(ollama.mayCall()).isTrue();
    assertThat(ollama.caution(ReasonLanguage.ENGLISH)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ENTENTE_REASONS_PROVIDER, gemini, , , GEMINI_API_KEY must be set too",
    "ENTENTE_REASONS_PROVIDER, bard, , , 'gemini, openai, ollama or none'",
    "ENTENTE_REASONS_PROVIDER, openai, , , ENTENTE_REASONS_MODEL must be set too",
    "ENTENTE_REASONS_PROVIDER, ollama, ENTENTE_REASONS_MODEL, llama, _BASE_URL must be set too",
    "GEMINI_API_KEY, se same, , , GEMINI_API_KEY must be one word",
    "GEMINI_API_KEY, sésame, , , GEMINI_API_KEY must be one word",
    "GEMINI_API_KEY, sesame, GEMINI_MODEL, ../sesame, GEMINI_MODEL must be the name",
    "GEMINI_API_KEY, sesame, GEMINI_MODEL, a:sesame, GEMINI_MODEL must be the name",
    "GEMINI_API_KEY, sesame, GEMINI_BASE_URL, http://sesame, GEMINI_BASE_URL must look like",
    "GEMINI_API_KEY, sesame, GEMINI_BASE_URL, https://u:sesame@host, GEMINI_BASE_URL must look like",
    "GEMINI_API_KEY, sesame, GEMINI_BASE_URL, https://host/?key=sesame, GEMINI_BASE_URL must look like",
    "GEMINI_API_KEY, sesame, GEMINI_BASE_URL, sesame, GEMINI_BASE_URL must look like",
    "GEMINI_API_KEY, sesame, GEMINI_TERMS, sesame, GEMINI_TERMS must be paid"
  })
  void whatIsWrongIsNamedAndNotQuoted(
      String name, String value, String otherName, String otherValue, String words) {
    String[] set =
        otherName == null
            ? new String[] {name, value}
            : new String[] {name, value, otherName, otherValue};

    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(set))
        .withMessageContaining(words)
        .withMessageNotContaining("sesame");
  }

  @Test
  void keyIsSentToOtherMachinesOverHttpsOnly() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                settings(
                    "ENTENTE_REASONS_PROVIDER", "openai",
                    "ENTENTE_REASONS_MODEL", "mistral-small",
                    "ENTENTE_REASONS_API_KEY", KEY,
                    "ENTENTE_REASONS_BASE_URL", "http://models.example/v1"))
        .withMessageContaining("ENTENTE_REASONS_BASE_URL must look like https://host/path");
  }
}
