package dev.entente.server.pages.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.server.pages.wording.TestWording;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Lengths of time in words.
class LengthsTest {
  @ParameterizedTest
  @CsvSource({
    "-5, 0 ms, 0 ms",
    "999, 999 ms, 999 ms",
    "1000, 1.0 s, '1,0 s'",
    "9960, 10.0 s, '10,0 s'",
    "10000, 10 s, 10 s",
    "119999, 119 s, 119 s",
    "120000, 2 min 0 s, 2 min 0 s",
    "7199000, 119 min 59 s, 119 min 59 s",
    "7200000, 2 h 0 min, 2 h 0 min",
    "86400000, 24 h 0 min, 24 h 0 min"
  })
  void lengthIsToldInUnitsOfItsSize(long millis, String english, String french) {
    assertThat(told(millis, Locale.ENGLISH)).isEqualTo(english);
    assertThat(told(millis, Locale.FRENCH)).isEqualTo(french);
  }

  private static String told(long millis, Locale language) {
    return Lengths.of(Duration.ofMillis(millis), TestWording.of(language)).replace('\u00a0', ' ');
  }
}
