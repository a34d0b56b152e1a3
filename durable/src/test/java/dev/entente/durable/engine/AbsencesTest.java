package dev.entente.durable.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AbsencesTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  private final Absences absences = new Absences();

  private Duration delayAfter(Duration absence) {
    return absences.delay("a", Optional.of(NOW.minus(absence)), NOW);
  }

  @Test
  void whatAnotherInstanceCallsIsPutOffForAMoment() {
    assertThat(delayAfter(Duration.ofSeconds(9))).isEqualTo(Duration.ofMillis(200));
  }

  @Test
  void theMoreOfThemComeTheLongerTheyArePutOff() {
    for (int i = 0; i < 100; i++) {
      absences.delay("a", Optional.of(NOW), NOW);
    }

    assertThat(absences.delay("a", Optional.of(NOW), NOW)).isEqualTo(Duration.ofMillis(2200));
    assertThat(absences.delay("b", Optional.of(NOW), NOW)).isEqualTo(Duration.ofMillis(200));
    assertThat(absences.delay("a", Optional.of(NOW), NOW.plusSeconds(1)))
        .isEqualTo(Duration.ofMillis(200));
  }

  @Test
  void whatNobodyCallsIsPutOffFromASecondToAMinute() {
    assertThat(delayAfter(Duration.ofSeconds(31))).isEqualTo(Duration.ofSeconds(1));
    assertThat(delayAfter(Duration.ofSeconds(110))).isEqualTo(Duration.ofSeconds(10));
    assertThat(delayAfter(Duration.ofDays(3))).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void whatNeverHadACallerIsPutOffForAWhile() {
    assertThat(absences.delay("a", Optional.empty(), NOW))
        .isBetween(Duration.ofSeconds(1), Duration.ofMinutes(1));
  }
}
