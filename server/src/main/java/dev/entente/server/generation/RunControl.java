package dev.entente.server.generation;

import dev.entente.server.runs.GenerationRun;
import dev.entente.server.runs.RunHistory;
import dev.entente.server.runs.RunKind;
import dev.entente.server.web.ApiProblem;
import org.springframework.stereotype.Component;

/// Ends runs, and does them once more, for whoever asks.
@Component
public class RunControl {
  private static final String RERUN = "RERUN";

  private final RunLauncher launcher;
  private final RunStopping stopping;
  private final RunRepeating repeating;
  private final RunHistory history;

  RunControl(
      RunLauncher launcher, RunStopping stopping, RunRepeating repeating, RunHistory history) {
    this.launcher = launcher;
    this.stopping = stopping;
    this.repeating = repeating;
    this.history = history;
  }

  /// Cancels a run that is queued or goes on.
  ///
  /// @param by who wants it
  /// @return the run as it is then
  /// @throws ApiProblem if there is no such run, or it has ended
  public GenerationRun cancel(String id, String by) {
    return stopping.cancel(id, "cancelled by " + by);
  }

  /// Starts a run like one that has ended.
  ///
  /// @return the new one
  /// @throws ApiProblem if there is no such run, it has not ended, its postings are known no more,
  ///   or another one over all goes on
  public GenerationRun repeat(String id) {
    GenerationRun run = history.get(id);
    if (!run.status().hasEnded()) {
      throw RunLauncher.isGoing(run);
    }
    return run.kind() == RunKind.ALL
        ? launcher.start(RERUN)
        : launcher.startSome(RERUN, repeating.requirePostings(run));
  }

  /// Goes on with a run that has ended, from a step on.
  ///
  /// @param step `chunk-0`, `chunk-1`, …, or `close-run`
  /// @return the run, which goes on
  /// @throws ApiProblem if there is no such run or step, or it cannot be done once more from there
  public GenerationRun repeatFrom(String id, String step) {
    return repeating.repeatFrom(id, step);
  }

  /// Tells whether a run may go on from one of its steps, as far as its own row and others tell;
  /// the engine may still refuse.
  public boolean isRepeatable(GenerationRun run) {
    return repeating.isReopenable(run);
  }
}
