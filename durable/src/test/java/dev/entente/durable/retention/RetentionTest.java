package dev.entente.durable.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RetentionTest {
  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void defaultIsNinetyDaysOfEach() {
    assertThat(Retention.DEFAULT)
        .isEqualTo(new Retention(Duration.ofDays(90), Duration.ofDays(90), Duration.ofDays(90)));
  }

  @Test
  void ofNothingOrOfMoreThanACenturyIsRefusedByName() {
    for (Duration wrong :
        List.of(
            Duration.ZERO,
            Duration.ofNanos(-1),
            Duration.ofDays(36_500).plusNanos(1),
            Duration.ofSeconds(Long.MAX_VALUE))) {
      assertThatThrownBy(() -> new Retention(wrong, DAY, DAY))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("retention of runs")
          .hasMessageEndingWith("got: " + wrong);
      assertThatThrownBy(() -> new Retention(DAY, wrong, DAY)).hasMessageContaining("events");
      assertThatThrownBy(() -> new Retention(DAY, DAY, wrong)).hasMessageContaining("logs");
    }
  }

  @Test
  void bothEndsOfTheRangeAreAllowed() {
    assertThatCode(() -> new Retention(Duration.ofNanos(1), Duration.ofDays(36_500), DAY))
        .doesNotThrowAnyException();
  }
}
