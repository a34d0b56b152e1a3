package dev.entente.server.reasons.work;

import dev.entente.server.reasons.spending.Spending;
import dev.entente.server.runs.GenerationRun;
import dev.entente.server.runs.RunHistory;
import dev.entente.server.runs.RunStatus;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Runs for which nothing is to be spent any more: they were cancelled, or their reasons stopped.
@Component
class StoppedRuns {
  private final RunHistory history;
  private final Spending spending;

  StoppedRuns(RunHistory history, Spending spending) {
    this.history = history;
    this.spending = spending;
  }

  boolean contains(UUID run) {
    return spending.isStopped(run)
        || history
            .find(run)
            .map(GenerationRun::status)
            .filter(status -> status == RunStatus.CANCELLED)
            .isPresent();
  }
}
