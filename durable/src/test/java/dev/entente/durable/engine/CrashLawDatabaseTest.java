package dev.entente.durable.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.durable.engine.CrashLaw.Outcome;
import dev.entente.durable.engine.HaltPoint.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// Some of the commits at which [CrashDrill] kills.
final class CrashLawDatabaseTest {
  private static final int KILLS = 8;
  private static final int AT_ONCE = 4;
  private static final long SEED = 20_261_129;

  @Test
  void whateverCommitAProcessIsKilledAtTheRunEndsAsIfItWereNot() throws Exception {
    var law = new CrashLaw();
    var random = new Random(SEED);
    List<HaltPoint> points = new ArrayList<>();
    for (int i = 0; i < KILLS; i++) {
      Side side = i % 2 == 0 ? Side.BEFORE : Side.AFTER;
      points.add(HaltPoint.at(side, 1 + random.nextInt(law.commits())));
    }

    assertThat(killAll(law, points, AT_ONCE)).hasSize(KILLS);
  }

  /// Kills a process at each of the points.
  static List<Outcome> killAll(CrashLaw law, List<HaltPoint> points, int atOnce) throws Exception {
    List<Callable<Outcome>> kills = new ArrayList<>();
    points.forEach(point -> kills.add(() -> law.kill(point)));
    return doAll(kills, atOnce);
  }

  /// Does several things at once.
  static <T> List<T> doAll(List<Callable<T>> works, int atOnce) throws Exception {
    List<T> results = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(atOnce)) {
      for (Future<T> result : threads.invokeAll(works)) {
        results.add(result.get());
      }
    }
    return results;
  }
}
