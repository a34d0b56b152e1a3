package dev.entente.server.reasons.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.server.reasons.model.CallFailure.Unavailable;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RefusedAnswerTest {
  private static final String NOW = "Sun, 01 Nov 2026 00:00:00 GMT";
  private static final String LATER = "Sun, 01 Nov 2026 00:00:30 GMT";

  private static Optional<Duration> retryAfter(Map<String, List<String>> headers, String error) {
    var answer =
        new RefusedAnswer(
            503, HttpHeaders.of(headers, (_, _) -> true), JsonMapper.shared().readTree(error));
    return ((Unavailable) answer.failure().why()).retryAfter();
  }

  @Test
  void dateIsHeldAgainstThatOfTheAnswer() {
    assertThat(retryAfter(Map.of("Retry-After", List.of(LATER), "Date", List.of(NOW)), "{}"))
        .contains(Duration.ofSeconds(30));
    assertThat(retryAfter(Map.of("Retry-After", List.of(NOW), "Date", List.of(LATER)), "{}"))
        .isEmpty();
    assertThat(retryAfter(Map.of("Retry-After", List.of(LATER)), "{}")).isEmpty();
  }

  @Test
  void longerOfTwoWaitsCounts() {
    String details =
        """
        {"details":[{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"34.5s"}]}""";

    assertThat(retryAfter(Map.of("Retry-After", List.of("20")), details))
        .contains(Duration.ofMillis(34_500));
    assertThat(retryAfter(Map.of("Retry-After", List.of("60")), details))
        .contains(Duration.ofSeconds(60));
  }

  @Test
  void whatHasNoFormThatIsKnownIsNotTold() {
    assertThat(retryAfter(Map.of(), "[]")).isEmpty();
    assertThat(retryAfter(Map.of(), "{\"details\":{\"retryDelay\":7}}")).isEmpty();
    assertThat(retryAfter(Map.of("Retry-After", List.of("99999999999999")), "{}")).isEmpty();
  }
}
