package dev.entente.server.pages.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

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

  @Test
  void lengthsOfTimeAreShort() {
    assertThat(english.duration(Duration.ofSeconds(119))).isEqualTo("119 s");
    assertThat(english.duration(Duration.ofSeconds(125))).isEqualTo("2 min");
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
