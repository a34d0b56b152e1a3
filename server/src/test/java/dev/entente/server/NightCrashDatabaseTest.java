package dev.entente.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Nights whose process is killed or stopped in their middle; `NightCrashDrill` does it at each
/// step, again and again.
@Timeout(120)
class NightCrashDatabaseTest {
  private static final int POSTINGS = 260; // of which 250 are in the first chunk
  private static final int CANDIDATES = 12;
  private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

  @TempDir private Path folder;

  /// At once, because each waits for its processes most of the time.
  @Test
  void nightGoesOnWhereItsProcessWasKilledOrStopped() throws Exception {
    List<Callable<Boolean>> all =
        List.of(() -> isDoneBehindAKill("rankings are written"), this::isHandedOverInAChunk);
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      List<Future<Boolean>> futures = new ArrayList<>();
      all.forEach(one -> futures.add(threads.submit(one)));
      for (Future<Boolean> one : futures) {
        assertThat(one.get()).isTrue();
      }
    } finally {
      threads.shutdownNow(); // one that has failed ends the others
    }
  }

  private NightCrash begin(String name) throws IOException {
    return new NightCrash(Files.createDirectory(folder.resolve(name)), POSTINGS, CANDIDATES);
  }

  private boolean isDoneBehindAKill(String step) throws Exception {
    try (NightCrash crash = begin("kill")) {
      crash.goOn(crash.killAt(step, false, 0));
      assertThat(crash.texts("SELECT DISTINCT outcome FROM durable.attempt"))
          .containsExactlyInAnyOrder("DONE", "LOST");
      return true;
    }
  }

  private boolean isHandedOverInAChunk() throws Exception {
    try (NightCrash crash = begin("chunk")) {
      StoredLists before = crash.prepare(0);
      Duration time =
          crash.stop(before, "SELECT FROM ranking WHERE job_posting_id = 'p-0005' FOR UPDATE");
      assertThat(time).isLessThan(LONGEST_STOP);
      return true;
    }
  }
}
