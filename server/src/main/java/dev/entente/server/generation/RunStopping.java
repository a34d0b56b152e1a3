package dev.entente.server.generation;

import dev.entente.server.engine.FunctionEngine;
import dev.entente.server.runs.GenerationRun;
import dev.entente.server.runs.RunHistory;
import dev.entente.server.runs.RunStatus;
import dev.entente.server.web.ApiProblem;
import dev.entente.server.web.ProblemType;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Ends runs that somebody does not want any more. Lists that they have written follow what holds
/// then.
@Component
class RunStopping {
  private static final Logger LOG = LoggerFactory.getLogger(RunStopping.class);

  private final RunHistory history;
  private final ConditionsFixing conditions;
  private final FunctionEngine engine;

  RunStopping(RunHistory history, ConditionsFixing conditions, FunctionEngine engine) {
    this.history = history;
    this.conditions = conditions;
    this.engine = engine;
  }

  /// Cancels a run that is queued or goes on. The ledger says so first: whatever the engine still
  /// does of it finds out, and stops.
  ///
  /// @param reason who wants it
  /// @return the run as it is then
  /// @throws ApiProblem if there is no such run, or it has ended
  GenerationRun cancel(String id, String reason) {
    UUID run = history.get(id).id();
    if (!conditions.breakOff(run, RunStatus.CANCELLED, reason)) {
      throw ApiProblem.of(ProblemType.RUN_IS_OVER, run, history.get(id).status());
    }
    LOG.info("run cancelled: run={} reason={}", run, reason);
    history.findEngineRun(run).ifPresent(engineRun -> engine.cancel(engineRun, reason));
    return history.get(id);
  }
}
