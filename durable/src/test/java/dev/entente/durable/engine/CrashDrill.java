package dev.entente.durable.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.durable.engine.CrashLaw.Outcome;
import dev.entente.durable.engine.HaltPoint.Side;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Kills a process before and behind every commit of a run. Not in the gate: `-Dtest=CrashDrill`,
/// with `-Dentente.crash.from=1` and `-Dentente.crash.to=1000` for a part.
final class CrashDrill {
  private static final int AT_ONCE = 4;
  private static final int FROM = Integer.getInteger("entente.crash.from", 1);
  private static final int TO = Integer.getInteger("entente.crash.to", 1_000);

  @Test
  void whereverAProcessIsKilledTheRunEndsAsIfItWereNot() throws Exception {
    var law = new CrashLaw();
    List<HaltPoint> points = new ArrayList<>();
    for (int commit = FROM; commit <= Math.min(TO, law.commits()); commit++) {
      points.add(HaltPoint.at(Side.BEFORE, commit));
      points.add(HaltPoint.at(Side.AFTER, commit));
    }

    List<Outcome> outcomes = CrashLawDatabaseTest.killAll(law, points, AT_ONCE);

    report(law, outcomes);
    assertThat(outcomes).anyMatch(outcome -> outcome.where().isPresent());
  }

  private static void report(CrashLaw law, List<Outcome> outcomes) {
    List<Outcome> killed =
        outcomes.stream().filter(outcome -> outcome.where().isPresent()).toList();
    DoubleSummaryStatistics seconds =
        killed.stream().mapToDouble(Outcome::seconds).summaryStatistics();
    System.out.printf(
        "an undisturbed run has %d commits; %d processes were killed, %d had ended before%n"
            + "  from the kill to the end of all runs %.1f s (%.1f-%.1f)%n",
        law.commits(),
        killed.size(),
        outcomes.size() - killed.size(),
        seconds.getAverage(),
        seconds.getMin(),
        seconds.getMax());
    for (int again = 0; again <= 3; again++) {
      int times = again;
      System.out.printf(
          "  executed %d steps once more: %d kills%n",
          again, killed.stream().filter(outcome -> outcome.again() == times).count());
    }
  }
}
