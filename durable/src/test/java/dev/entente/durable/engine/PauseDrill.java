package dev.entente.durable.engine;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Processes that are stopped for a minute. Not in the gate: `-Dtest=PauseDrill`.
final class PauseDrill {
  private static final Duration PAUSE = Duration.ofSeconds(60);

  @Test
  void whatAProcessThatWasAwayForAMinuteHasDoneIsRefused() throws Exception {
    List<Duration> takeovers = PauseLawDrill.pauseAll(new CrashLaw(), PAUSE);

    System.out.println("from the stop to the end of all runs: " + takeovers);
  }
}
