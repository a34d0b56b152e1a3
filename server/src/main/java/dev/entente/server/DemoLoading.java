package dev.entente.server;

import dev.entente.documents.PostingDocument;
import dev.entente.matching.profile.Candidate;
import dev.entente.server.demo.DemoPool;
import dev.entente.server.generation.RunLauncher;
import dev.entente.server.intake.DocumentStore;
import dev.entente.server.runs.GenerationRun;
import dev.entente.server.runs.RunLedger;
import dev.entente.server.runs.RunStatus;
import dev.entente.server.web.ApiProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;

/// Stores the invented people and jobs, and ranks them.
@Component
class DemoLoading {
  private static final long SEED = 20_261_123;
  private static final long PAUSE = 50;

  private final DocumentStore<Candidate> candidates;
  private final DocumentStore<PostingDocument> postings;
  private final RunLauncher launcher;
  private final RunLedger ledger;
  private final InstantSource clock;

  DemoLoading(
      DocumentStore<Candidate> candidates,
      DocumentStore<PostingDocument> postings,
      RunLauncher launcher,
      RunLedger ledger,
      InstantSource clock) {
    this.candidates = candidates;
    this.postings = postings;
    this.launcher = launcher;
    this.ledger = ledger;
    this.clock = clock;
  }

  /// Stores what is not there, starts a run, unless one is going, and waits for its end.
  GenerationRun loadAndRank() throws InterruptedException {
    if (ledger.lastConditions().isEmpty()) {
      DemoPool pool = DemoPool.of(SEED, clock.instant());
      store(candidates, pool.candidates());
      store(postings, pool.postings());
    }
    GenerationRun run = startOrFollow();
    while (run.status() == RunStatus.RUNNING) {
      Thread.sleep(PAUSE);
      run = ledger.find(run.id()).orElse(run);
    }
    return run;
  }

  // A demo that died during a run is done again at the start already.
  private GenerationRun startOrFollow() {
    try {
      return launcher.start("DEMO");
    } catch (ApiProblem e) {
      return ledger.findRunning().orElseThrow(() -> e);
    }
  }

  private static void store(DocumentStore<?> store, List<String> documents) {
    byte[] lines = String.join("\n", documents).getBytes(StandardCharsets.UTF_8);
    try {
      store.importAll(new ByteArrayInputStream(lines), false, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
