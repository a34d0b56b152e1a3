package dev.entente.inngest.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The server's limits, each at its edge.
class LimitsTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration SHORT = Duration.ofMillis(999);

  static List<Arguments> refused() {
    return List.of(
        of("0", () -> Concurrency.ofSteps(0)),
        of(
            "perKey",
            () ->
                new Concurrency(
                    Concurrency.Subject.STEPS, 1, Optional.empty(), Concurrency.Scope.ENVIRONMENT)),
        of("over one function", () -> Concurrency.ofRuns(1).perKey("1", Concurrency.Scope.ACCOUNT)),
        of("CEL", () -> Concurrency.ofSteps(1).perKey(" ")),
        of("at least 1", () -> Throttle.of(0, SECOND)),
        of("1s to 1w", () -> Throttle.of(1, SHORT)),
        of("at least 1", () -> Throttle.of(1, SECOND).withBurst(0)),
        of("at least 1", () -> RateLimit.of(0, SECOND)),
        of("1s to 1d", () -> RateLimit.of(1, Duration.ofHours(25))),
        of("1s to 1w", () -> Debounce.of(Duration.ofDays(8))),
        of("1s to 1w", () -> Debounce.of(SHORT)),
        of("timeout of a debounce", () -> Debounce.of(SECOND).atMost(SHORT)),
        of("2..100", () -> EventBatch.of(1, SECOND)),
        of("2..100", () -> EventBatch.of(101, SECOND)),
        of("timeout of a batch", () -> EventBatch.of(2, SHORT)),
        of("name of an event", () -> CancelOn.event("")),
        of("timeout of a cancellation", () -> CancelOn.event("a").within(SHORT)),
        of("CEL", () -> Singleton.skipping().perKey("")),
        of("timeout of a run", () -> Timeouts.ofFinish(SHORT)),
        of("timeout of a start", () -> Timeouts.ofStart(Duration.ofDays(367))));
  }

  private static Arguments of(String words, ThrowingCallable definition) {
    return arguments(words, definition);
  }

  @ParameterizedTest
  @MethodSource("refused")
  void valueBeyondALimitIsRefusedWithTheLimit(String words, ThrowingCallable definition) {
    assertThatThrownBy(definition)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words);
  }

  @Test
  void valuesAtALimitAreAccepted() {
    assertThat(
            Stream.of(
                Throttle.of(1, Duration.ofDays(7)).withBurst(1).perKey("event.data.id"),
                RateLimit.of(1, Duration.ofHours(24)),
                Debounce.of(Duration.ofDays(7)).atMost(SECOND),
                EventBatch.of(100, SECOND),
                EventBatch.of(2, SECOND).perKey("event.data.id").when("true"),
                Concurrency.ofSteps(1).perKey("event.data.id", Concurrency.Scope.ACCOUNT),
                Timeouts.ofStart(SECOND).andFinish(Duration.ofDays(366))))
        .doesNotContainNull();
  }

  @ParameterizedTest
  @CsvSource({
    "0,1s",
    "1,1s",
    "999,1s",
    "1000,1s",
    "1001,2s",
    "2000,2s",
    "90000,1m30s",
    "3600000,1h",
    "9900000,2h45m",
    "86400000,1d",
    "691200000,1w1d"
  })
  void durationIsWrittenInWholeSecondsRoundedUp(long millis, String text) {
    assertThat(DurationText.of(Duration.ofMillis(millis))).isEqualTo(text);
  }

  @Test
  void plainGoDurationsHaveNoDays() {
    assertThat(DurationText.inHours(Duration.ofDays(8).plusSeconds(1))).isEqualTo("192h1s");
  }
}
