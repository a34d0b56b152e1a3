package dev.entente.inngest.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  @Test
  void nothingSetIsTheCloud() {
    Settings settings = Settings.of(Map.of());

    assertThat(settings.mode()).isEqualTo(Mode.CLOUD);
    assertThat(settings.lacksKey()).isTrue();
    assertThat(settings.apiOrigin()).hasToString("https://api.inngest.com");
    assertThat(settings.eventOrigin()).hasToString("https://inn.gs");
    assertThat(settings.allowsInBandSync()).isTrue();
    assertThat(settings.allowsUnsignedSync()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "1,DEV,http://localhost:8288",
    "true,DEV,http://localhost:8288",
    "TRUE,DEV,http://localhost:8288",
    "0,CLOUD,https://api.inngest.com",
    "false,CLOUD,https://api.inngest.com",
    "'',CLOUD,https://api.inngest.com",
    "http://dev.test:9999/,DEV,http://dev.test:9999",
    "dev.test:9999,DEV,http://dev.test:9999",
    "localhost,DEV,http://localhost",
    "https://[::1]:1,DEV,https://[::1]:1"
  })
  void devModeIsAFlagOrAnAddress(String value, Mode mode, String origin) {
    Settings settings = Settings.of(Map.of("INNGEST_DEV", value));

    assertThat(settings.mode()).isEqualTo(mode);
    assertThat(settings.apiOrigin()).hasToString(origin);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yes",
        "ftp://dev.test",
        "http://dev.test/path",
        "http://dev.test:99999",
        "http://dev.test?a=b",
        "http://user:s3cret@dev.test",
        "a b",
        "://",
        "%"
      })
  void otherWordsAreRefusedAndNotTold(String value) {
    assertThatThrownBy(() -> Settings.of(Map.of("INNGEST_DEV", value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("INNGEST_DEV must be")
        .hasMessageNotContaining("s3cret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"INNGEST_ALLOW_IN_BAND_SYNC", "INNGEST_ENABLE_UNAUTHED_SYNC"})
  void permissionThatIsMistypedIsRefused(String name) {
    assertThatThrownBy(() -> Settings.of(Map.of(name, "off")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(name + " must be 1 or true, 0 or false");
  }

  @Test
  void specificVariableWinsOverTheBase() {
    Settings settings =
        Settings.of(
            Map.of(
                "INNGEST_DEV", "1",
                "INNGEST_BASE_URL", "http://base.test:1",
                "INNGEST_EVENT_API_BASE_URL", "http://events.test:2"));

    assertThat(settings.apiOrigin()).hasToString("http://base.test:1");
    assertThat(settings.eventOrigin()).hasToString("http://events.test:2");
  }

  @Test
  void serveHostIsAnOldNameOfTheOrigin() {
    assertThat(Settings.of(Map.of("INNGEST_SERVE_HOST", "https://app.test")).serveOrigin())
        .hasValueSatisfying(origin -> assertThat(origin).hasToString("https://app.test"));
  }

  @Test
  void keysAreTriedInOrder() {
    Settings settings =
        Settings.of(Map.of("INNGEST_SIGNING_KEY", "aa", "INNGEST_SIGNING_KEY_FALLBACK", "bb"));

    assertThat(settings.signingKeys())
        .containsExactly(
            settings.signingKey().orElseThrow(), settings.signingKeyFallback().orElseThrow());
    assertThat(settings.lacksKey()).isFalse();
  }

  @Test
  void settingsNeverShowAKey() {
    Settings settings =
        Settings.of(
            Map.of(
                "INNGEST_SIGNING_KEY",
                "signkey-prod-5ec4e7",
                "INNGEST_SIGNING_KEY_FALLBACK",
                "5ec4e7",
                "INNGEST_EVENT_KEY",
                "5ec4e7"));

    assertThat(settings.toString()).doesNotContain("5ec4e7");
  }
}
