package dev.entente.durable.engine;

import dev.entente.durable.queue.Fence;
import dev.entente.durable.store.AttemptTable;
import dev.entente.durable.store.AttemptTable.Attempt;
import dev.entente.durable.store.AttemptTable.Outcome;
import dev.entente.inngest.function.ErrorReport;
import java.time.Instant;
import java.util.Optional;

/// One attempt, whose outcome is to be kept. Immutable.
///
/// @param hash of the step; empty for the function itself
record OpenAttempt(Fence fence, String runId, String hash, int number, Instant startedAt) {
  private static final System.Logger LOG = System.getLogger(OpenAttempt.class.getName());

  void done(Unit unit) {
    add(unit, Outcome.DONE, Optional.empty());
  }

  void failed(Unit unit, ErrorReport error) {
    tell("the last attempt", error);
    add(unit, Outcome.FAILED, Optional.of(error));
  }

  void retried(Unit unit, ErrorReport error) {
    tell("an attempt", error);
    add(unit, Outcome.RETRIED, Optional.of(error));
  }

  // What the error says is kept with the run: it may hold data of the function's.
  private void tell(String which, ErrorReport error) {
    LOG.log(
        System.Logger.Level.WARNING,
        "{0} at a step has failed: run={1} attempt={2} error={3}",
        which,
        runId,
        number + 1,
        error.name());
  }

  private void add(Unit unit, Outcome outcome, Optional<ErrorReport> error) {
    AttemptTable.add(
        unit.transaction(),
        new Attempt(runId, hash, number, outcome, error, startedAt),
        fence,
        unit.now());
  }
}
