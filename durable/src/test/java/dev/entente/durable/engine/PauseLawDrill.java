package dev.entente.durable.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.durable.engine.HaltPoint.Side;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Processes that are stopped in the middle of their work, and go on later.
final class PauseLawDrill {
  private static final Duration PAUSE = Duration.ofSeconds(8);

  // Three until it is taken for dead, or ten until its locks are freed; and the rest of the run.
  private static final Duration MOST = Duration.ofSeconds(16);

  private static CrashLaw law;

  @BeforeAll
  static void runUndisturbed() throws Exception {
    law = new CrashLaw();
  }

  @Test
  void whatAProcessThatWasAwayHasDoneIsRefusedAndItsLocksWereFreed() throws Exception {
    assertThat(pauseAll(law, PAUSE)).allSatisfy(end -> assertThat(end).isLessThan(MOST));
  }

  /// Stops processes at points of all kinds, at once.
  ///
  /// @return how long it took until others had ended what they had begun
  static List<Duration> pauseAll(CrashLaw law, Duration least) throws Exception {
    var points =
        List.of(
            HaltPoint.at(Side.INSIDE, "first 2"),
            HaltPoint.at(Side.OPEN, "two"),
            HaltPoint.at(Side.OPEN, "second 1"),
            HaltPoint.at(Side.BEFORE, "flaky"),
            HaltPoint.at(Side.BEFORE, "first 1"));
    List<Callable<Duration>> pauses = new ArrayList<>();
    points.forEach(point -> pauses.add(() -> law.pause(point, least)));
    return CrashLawDatabaseTest.doAll(pauses, points.size());
  }

  @Test
  void processThatWasAwayGoesOnWithItsOwnWorkIfNobodyElseHas() throws Exception {
    law.pauseAlone(HaltPoint.at(Side.INSIDE, "two"));
  }
}
