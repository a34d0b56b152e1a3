package dev.entente.server;

import dev.entente.documents.PostingDocument;
import dev.entente.matching.profile.Candidate;
import dev.entente.server.demo.DemoPool;
import dev.entente.server.generation.RunLauncher;
import dev.entente.server.intake.DocumentStore;
import dev.entente.server.runs.GenerationRun;
import dev.entente.server.runs.RunHistory;
import dev.entente.server.runs.StandingConditions;
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
  private final RunHistory history;
  private final StandingConditions conditions;
  private final InstantSource clock;

  DemoLoading(
      DocumentStore<Candidate> candidates,
      DocumentStore<PostingDocument> postings,
      RunLauncher launcher,
      RunHistory history,
      StandingConditions conditions,
      InstantSource clock) {
    this.candidates = candidates;
    this.postings = postings;
    this.launcher = launcher;
    this.history = history;
    this.conditions = conditions;
    this.clock = clock;
  }

  /// Stores what is not there, starts a run, unless one is going, and waits for its end.
  GenerationRun loadAndRank() throws InterruptedException {
    if (conditions.last().isEmpty()) {
      DemoPool pool = DemoPool.of(SEED, clock.instant());
      store(candidates, pool.candidates());
      store(postings, pool.postings());
    }
    GenerationRun run = startOrFollow();
    while (!run.status().hasEnded()) {
      Thread.sleep(PAUSE);
      run = history.find(run.id()).orElse(run);
    }
    return run;
  }

  // The run of a demo that died goes on at the start already.
  private GenerationRun startOrFollow() {
    try {
      return launcher.start("DEMO");
    } catch (ApiProblem e) {
      return history.findGoing().orElseThrow(() -> e);
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
