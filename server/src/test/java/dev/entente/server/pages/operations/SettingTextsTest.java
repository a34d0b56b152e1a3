package dev.entente.server.pages.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.cli.settings.Settings;
import dev.entente.server.doctor.settings.SettingsInForce;
import dev.entente.server.pages.wording.TestWording;
import dev.entente.server.pages.wording.Wording;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingTextsTest {
  private static List<SettingView> views(Map<String, String> set, Wording wording) {
    var settings = new SettingsInForce(Settings.ofEnvironment(set));
    return SettingGroup.of(settings.list(), wording).stream()
        .flatMap(group -> group.settings().stream())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void everyKnownSettingHasATopicAndASentence(String language) {
    Wording wording = TestWording.of(Locale.of(language));

    assertThat(views(Map.of(), wording))
        .hasSizeGreaterThan(50)
        .allSatisfy(
            view -> {
              assertThat(view.about()).endsWith(".").doesNotContain("{");
              assertThat(view.value()).isNotEmpty();
              assertThat(view.isSet()).isFalse();
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void valuesThatMayHoldSecretsAreNotShown(String language) {
    Map<String, String> set =
        Map.of(
            "ENTENTE_NIGHT_HOUR", "3",
            "ENTENTE_NIGHT_ZONE", "Nowhere/Secret",
            "GEMINI_MODEL", "gemini-secret",
            "ENTENTE_API_KEY", "secret".repeat(8),
            "DATABASE_URL", "postgres://user:secret@host/db");

    List<SettingView> views = views(set, TestWording.of(Locale.of(language)));

    assertThat(views).filteredOn(SettingView::isSet).hasSize(set.size());
    assertThat(views)
        .filteredOn(SettingView::isWritten)
        .extracting(SettingView::value)
        .containsExactly("3");
    assertThat(views.toString())
        .doesNotContainIgnoringCase("ecret@")
        .doesNotContain("Nowhere", "gemini-secret", "secretsecret");
  }
}
