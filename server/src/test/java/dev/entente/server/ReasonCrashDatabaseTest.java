package dev.entente.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.server.ops.DatabaseUrl;
import dev.entente.testkit.GeminiBehaviour;
import dev.entente.testkit.GeminiStandIn;
import dev.entente.testkit.SettableClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Reasons whose process is killed in the middle, and those of two processes.
class ReasonCrashDatabaseTest {
  private static final int POSTINGS = 8;
  private static final int AT_ONCE = 2;
  private static final Map<String, String> TWO_AT_ONCE =
      Map.of("ENTENTE_REASONS_CONCURRENCY", Integer.toString(AT_ONCE));

  // A dead process is known to be one by then, and its turn is over.
  private static final Duration LATER = Duration.ofMinutes(10);

  @TempDir private Path folder;

  private final SettableClock clock = new SettableClock(TestService.NOW);
  private GeminiStandIn gemini;

  @BeforeEach
  void start() throws IOException {
    gemini = GeminiStandIn.start(ModelService.KEY, clock);
  }

  @AfterEach
  void end() {
    gemini.close();
  }

  @Test
  @Timeout(60)
  void killedProcessLeavesNothingUndoneAndAsksForNothingTwice() throws Exception {
    DatabaseUrl url = TestService.newDatabase();
    gemini.otherwise(GeminiBehaviour.success().after(Duration.ofMillis(300)));
    Map<String, String> settings = ModelService.settings(gemini, TWO_AT_ONCE);
    try (var process = new ServiceProcess(folder, NightCrash.environment(url, settings))) {
      ModelService.importAll(
          process.api(), Apprentices.postings(POSTINGS), Apprentices.candidates());
      Api.until(() -> gemini.requests().size() > AT_ONCE);
      process.kill();
    }
    int before = gemini.requests().size();
    clock.set(InstantSource.system().instant().plus(LATER));
    try (TestService next = TestService.explaining(url, clock, settings)) {
      Api.until(() -> !ModelService.isWaiting(next) || isLater()); // what was lost is tried again

      assertThat(ModelService.sources(next)).hasSize(POSTINGS * Apprentices.COUNT);
      assertThat(new HashSet<>(ModelService.sources(next))).containsExactly("GEMINI");
    }
    assertThat(before).isLessThan(POSTINGS);
    List<String> told =
        gemini.requests().stream()
            .map(Wire::of)
            .map(Wire::matchings)
            .flatMap(List::stream)
            .toList();
    assertThat(told.size() - new HashSet<>(told).size())
        .isLessThanOrEqualTo(AT_ONCE * Apprentices.COUNT);
  }

  @Test
  @Timeout(60)
  void twoInstancesKeepToTheLimitsOfOne() {
    int limit = 3;
    gemini.limitedTo(limit);
    Map<String, String> settings =
        ModelService.settings(
            gemini, Map.of("ENTENTE_REASONS_REQUESTS_PER_MINUTE", Integer.toString(limit)));
    DatabaseUrl url = TestService.newDatabase();
    try (TestService one = TestService.explaining(url, clock, settings);
        TestService other = TestService.explaining(url, clock, settings)) {
      ModelService.importAll(other.api(), Apprentices.postings(POSTINGS), Apprentices.candidates());
      one.settle();
      Api.until(() -> !ModelService.isWaiting(one) || isLater());

      assertThat(new HashSet<>(ModelService.sources(one))).containsExactly("GEMINI");
    }
    assertThat(gemini.requests()).hasSize(POSTINGS);
    assertThat(gemini.violations()).isZero();
    assertThat(gemini.requests().getLast().at())
        .isAfterOrEqualTo(TestService.NOW.plus(Duration.ofMinutes((POSTINGS - 1) / limit)));
  }

  private boolean isLater() {
    if (gemini.inFlight() == 0) {
      clock.advance(Duration.ofSeconds(1));
    }
    return false;
  }
}
