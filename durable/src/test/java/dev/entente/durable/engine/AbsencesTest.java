package dev.entente.durable.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class AbsencesTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  private final Absences absences = new Absences(new Random(1));

  private Duration delayAfter(Duration absence) {
    return absences.delay("a", Optional.of(NOW.minus(absence)), NOW);
  }

  @Test
  void whatAnotherInstanceCallsIsPutOffForAMoment() {
    for (int i = 0; i < 5; i++) {
      assertThat(delayAfter(Duration.ofSeconds(9)))
          .isBetween(Duration.ofMillis(100), Duration.ofMillis(500));
    }
  }

  @Test
  void theMoreOfThemComeTheLongerTheyArePutOff() {
    Duration few = sum("a", NOW);
    Duration many = sum("a", NOW);

    assertThat(many).isGreaterThan(few.multipliedBy(2));
    assertThat(sum("b", NOW)).isLessThan(few.multipliedBy(2));
    assertThat(sum("a", NOW.plusSeconds(1))).isLessThan(few.multipliedBy(2));
  }

  private Duration sum(String function, Instant now) {
    Duration sum = Duration.ZERO;
    for (int i = 0; i < 100; i++) {
      sum = sum.plus(absences.delay(function, Optional.of(now), now));
    }
    return sum;
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
