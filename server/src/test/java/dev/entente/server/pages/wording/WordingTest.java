package dev.entente.server.pages.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
  private final Wording english = TestWording.of(Locale.ENGLISH);
  private final Wording french = TestWording.of(Locale.FRENCH);

  @Test
  void numbersAreWrittenAsTheLanguageDoes() {
    assertThat(english.points(7_525)).isEqualTo("75.25");
    assertThat(french.points(7_500)).isEqualTo("75,00");
    assertThat(english.percent(1_250)).isEqualTo("12.5%");
    assertThat(french.percent(2_500)).isEqualTo("25\u00a0%");
    assertThat(english.exact(20.1875)).isEqualTo("20.1875");
    assertThat(english.exact(0.000001)).isEqualTo("0.000001");
    assertThat(english.whole(-22_042_500)).isEqualTo("-22,042,500");
    assertThat(english.amount(new BigDecimal("1234.5"))).isEqualTo("1,234.50");
    assertThat(french.amount(new BigDecimal("0.000884"))).isEqualTo("0,000884");
  }

  @Test
  void instantsAreInUtcAndSaySo() {
    var instant = Instant.parse("2026-11-23T00:05:09Z");

    assertThat(english.moment(instant))
        .isEqualTo(new Wording.Moment("2026-11-23T00:05:09Z", "23 Nov 2026, 00:05 UTC"));
    assertThat(french.moment(instant).shown()).isEqualTo("23 nov. 2026, 00:05 UTC");
    assertThat(french.day(instant)).isEqualTo("23 nov. 2026");
  }

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
  void lengthsOfTimeAreToldInUnitsOfTheirSize(long millis, String inEnglish, String inFrench) {
    Duration length = Duration.ofMillis(millis);

    assertThat(english.duration(length).replace('\u00a0', ' ')).isEqualTo(inEnglish);
    assertThat(french.duration(length).replace('\u00a0', ' ')).isEqualTo(inFrench);
  }

  @Test
  void lengthWithoutAnEndIsNotTold() {
    assertThat(english.duration(Instant.EPOCH, null)).isEmpty();
    assertThat(english.duration(Instant.EPOCH, Instant.EPOCH.plusSeconds(192)))
        .isEqualTo("3\u00a0min\u00a012\u00a0s");
  }

  @Test
  void valuesWithoutAWordStayAsTheyAre() {
    assertThat(french.word("contractType", "PERMANENT")).isEqualTo("CDI");
    assertThat(french.word("contractType", "VIE {0}")).isEqualTo("VIE {0}");
    assertThat(french.word("contractType", "")).isEmpty();
    assertThat(english.named(" ", "p-3")).isEqualTo("p-3");
    assertThat(french.language("fr-CA")).isEqualTo("français (Canada)");
  }
}
