package dev.entente.durable.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which settings make sense.
final class WorkerSettingsTest {
  private static WorkerSettings settings(String polling, String heartbeat, String patience) {
    return new WorkerSettings(
        "one", 1, Duration.parse(polling), Duration.parse(heartbeat), Duration.parse(patience));
  }

  @ParameterizedTest
  @CsvSource({"PT0.001S,PT0.1S,PT0S", "PT1M,PT1M,PT1H"})
  void endsOfTheRangesAreTaken(String polling, String heartbeat, String patience) {
    assertThat(settings(polling, heartbeat, patience).polling()).isEqualTo(Duration.parse(polling));
  }

  @ParameterizedTest
  @CsvSource({
    "PT0.000999S,PT1S,PT1S,'an engine polls every 1 ms to 1 min, got: PT0.000999S'",
    "PT1M0.001S,PT1S,PT1S,'an engine polls every 1 ms to 1 min, got: PT1M0.001S'",
    "PT1S,PT0.099S,PT1S,'the heartbeat of an engine comes every 100 ms to 1 min, got: PT0.099S'",
    "PT1S,PT61S,PT1S,'the heartbeat of an engine comes every 100 ms to 1 min, got: PT1M1S'",
    "PT1S,PT1S,PT-1S,'an engine that is stopped waits 0 to 1 h, got: PT-1S'",
    "PT1S,PT1S,PT1H1S,'an engine that is stopped waits 0 to 1 h, got: PT1H1S'"
  })
  void whatIsBeyondThemIsRefused(
      String polling, String heartbeat, String patience, String message) {
    assertThatThrownBy(() -> settings(polling, heartbeat, patience))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
