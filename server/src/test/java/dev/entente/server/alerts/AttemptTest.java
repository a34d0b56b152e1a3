package dev.entente.server.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.server.channels.Alert;
import dev.entente.server.channels.Channel;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AttemptTest {
  private static Duration delay(int number) {
    var alert = new Alert(new UUID(0, 1), Alert.Type.MISSED, "{}");
    return new Attempt(alert, Channel.Kind.MAIL, number).delay();
  }

  @Test
  void attemptsGoOnForMoreThanADayAtGrowingDistances() {
    List<Duration> delays = IntStream.range(1, Attempt.MOST).mapToObj(AttemptTest::delay).toList();

    assertThat(delays).isSorted().doesNotHaveDuplicates();
    assertThat(delays.stream().reduce(Duration.ZERO, Duration::plus))
        .isGreaterThan(Duration.ofDays(1));
  }

  @Test
  void nobodyElseTriesBeforeAnAttemptIsOver() {
    assertThat(IntStream.rangeClosed(1, Attempt.MOST + 1).mapToObj(AttemptTest::delay))
        .allMatch(delay -> delay.compareTo(Duration.ofMinutes(1)) > 0);
  }
}
