package dev.entente.durable.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.durable.engine.HaltPoint.Side;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/// Processes that are stopped and go on when others have ended their work.
final class PauseLawDatabaseTest {
  private static final Duration PAUSE = Duration.ofSeconds(8);

  @Test
  void resultOfAStepWhoseProcessWasAwayIsRefused() throws Exception {
    var law = new CrashLaw();
    var points =
        List.of(
            HaltPoint.at(Side.INSIDE, "first 2"),
            HaltPoint.at(Side.OPEN, "two"),
            HaltPoint.at(Side.OPEN, "second 1"));

    for (List<String> said : pauseAll(law, points, PAUSE)) {
      assertThat(said).anyMatch(line -> line.contains("is no longer ours"));
    }
  }

  @Test
  void locksOfAProcessThatIsAwayAreFreed() throws Exception {
    var law = new CrashLaw();
    var points = List.of(HaltPoint.at(Side.BEFORE, "two"), HaltPoint.at(Side.BEFORE, "first 1"));

    for (List<String> said : pauseAll(law, points, PAUSE)) {
      assertThat(said).anyMatch(line -> line.contains("Treating as failure"));
    }
  }

  /// Stops a process at each of the points, at once.
  static List<List<String>> pauseAll(CrashLaw law, List<HaltPoint> points, Duration least)
      throws Exception {
    List<Callable<List<String>>> pauses = new ArrayList<>();
    points.forEach(point -> pauses.add(() -> law.pause(point, least)));
    return CrashLawDatabaseTest.doAll(pauses, points.size());
  }
}
