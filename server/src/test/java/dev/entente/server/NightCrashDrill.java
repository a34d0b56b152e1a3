package dev.entente.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// Kills processes before and behind each step of a night, and at random instants of it: another
/// process ends the night by itself, and the lists are those of a night to which nothing happened.
///
/// Takes minutes, so it is no part of the gate: `./entente test --drills`.
class NightCrashDrill {
  private static final long SEED = Long.getLong("entente.drill.seed", 20_261_123);
  private static final int AT_RANDOM = Integer.getInteger("entente.drill.kills", 12);
  private static final int AT_ONCE = 3;
  private static final int POSTINGS = 300;
  private static final int CANDIDATES = 600;
  private static final int NIGHT_MILLIS = 1_000;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path folder;

  private final Queue<Kill> kills = new ConcurrentLinkedQueue<>();
  private final AtomicInteger rounds = new AtomicInteger();
  private final AtomicInteger open = new AtomicInteger();

  private interface Kill {
    NightCrash.Killed in(NightCrash crash, int round) throws Exception;
  }

  @Test
  void nightIsDoneWheneverItsProcessIsKilled() throws Exception {
    var random = new Random(SEED);
    for (String step : NightCrash.STEPS.keySet()) {
      kills.add((crash, round) -> crash.killAt(step, false, round));
      kills.add((crash, round) -> crash.killAt(step, true, round));
    }
    for (int i = 0; i < AT_RANDOM; i++) {
      Duration time = Duration.ofMillis(random.nextInt(NIGHT_MILLIS));
      kills.add((crash, round) -> crash.killAfter(time, round));
    }
    int all = kills.size();

    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      List<Future<Boolean>> lanes = new ArrayList<>();
      for (int lane = 0; lane < AT_ONCE; lane++) {
        Path own = Files.createDirectory(folder.resolve("lane-" + lane));
        lanes.add(threads.submit(() -> killAll(own)));
      }
      for (Future<Boolean> lane : lanes) {
        assertThat(lane.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }

    System.out.printf(
        "%d processes killed, seed %d: %d nights were not over then%n", all, SEED, open.get());
    assertThat(open.get()).isGreaterThan(all * 3 / 4);
  }

  @Test
  void processThatReadsItsCandidatesEndsWithinTwentySeconds() throws Exception {
    try (var crash = new NightCrash(Files.createDirectory(folder.resolve("reading")), 260, 200)) {
      StoredLists before = crash.prepare(0);
      crash.process.terminate();
      crash.process.restart(); // so that it has none in memory
      crash.process.api();
      Duration time = crash.stop(before, "LOCK TABLE candidate_record IN ACCESS EXCLUSIVE MODE");
      System.out.printf("a process that reads its candidates ended in %s%n", time);
      assertThat(time).isLessThan(Duration.ofSeconds(20));
    }
  }

  private boolean killAll(Path own) throws Exception {
    try (var crash = new NightCrash(own, POSTINGS, CANDIDATES)) {
      int round = 0;
      for (Kill kill = kills.poll(); kill != null; kill = kills.poll()) {
        NightCrash.Killed killed = kill.in(crash, round++);
        boolean isOpen = crash.count("SELECT count(*) FROM durable.run WHERE ended_at IS NULL") > 0;
        open.addAndGet(isOpen ? 1 : 0);
        crash.process.restart();
        crash.requireWhole(killed, crash.process.api());
        System.out.printf("kill %d: whole, was open: %s%n", rounds.incrementAndGet(), isOpen);
      }
    }
    return true;
  }
}
