package dev.entente.server.nights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NightWordsTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Night NIGHT = NightSettings.USUAL.night(LocalDate.parse("2026-11-23"));
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private static NightState state(NightStatus status, int failed) {
    var run =
        new NightRun(
            new UUID(0, 1), true, NOON, NOON, 60, 60 - failed, failed, 0, Optional.of("no {1}"));
    return new NightState(status, NIGHT, Optional.of(run), Optional.of(NIGHT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void everyStatusHasASentence(String language) {
    Locale locale = Locale.of(language);
    var words = new NightWords(locale, PARIS);

    assertThat(ResourceBundle.getBundle("dev.entente.server.nights.night", locale).keySet())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(NightStatus.values()).map(Enum::name).toList());
    for (NightStatus status : NightStatus.values()) {
      assertThat(words.sentence(state(status, 2)))
          .endsWith(status == NightStatus.FAILED ? "}" : ".");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|MISSED|The night of November 23, 2026 was not completed by Nov 23, 2026, 7:00 AM"
            + " Europe/Paris.",
        "en|FAILED|The night of November 23, 2026 failed: no {1}",
        "fr|PARTIAL|La nuit du 23 novembre 2026 est faite, mais 2 offres gardent leur ancienne"
            + " liste.",
        "fr|MISSED|La nuit du 23 novembre 2026 n’était pas achevée le 23 nov. 2026 07:00"
            + " Europe/Paris."
      })
  void sentenceNamesTheNightOnTheClockOfItsZone(
      String language, NightStatus status, String sentence) {
    var words = new NightWords(Locale.of(language), PARIS);

    // the JDK puts a narrow space before AM
    assertThat(words.sentence(state(status, 2)).replace('\u202F', ' ')).isEqualTo(sentence);
  }
}
