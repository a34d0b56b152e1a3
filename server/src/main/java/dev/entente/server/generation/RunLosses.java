package dev.entente.server.generation;

import dev.entente.server.background.Awakened;
import dev.entente.server.engine.FunctionEngine;
import dev.entente.server.runs.RunLedger;
import dev.entente.server.runs.RunStatus;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Finds runs that seem to go on, though the engine does nothing for them any more: it was changed,
/// has lost them, or could not tell that it has given them up.
@Component
class RunLosses {
  private static final Logger LOG = LoggerFactory.getLogger(RunLosses.class);

  // An engine ends a run that takes longer than its limit; what it says of that takes a moment.
  private static final Duration LONGEST = FunctionDefinitions.LONGEST.plusMinutes(10);

  private final RunLedger ledger;
  private final ConditionsFixing conditions;
  private final FunctionEngine engine;
  private final InstantSource clock;
  private final Awakened worker = new Awakened("run-losses", this::look);

  RunLosses(
      RunLedger ledger, ConditionsFixing conditions, FunctionEngine engine, InstantSource clock) {
    this.ledger = ledger;
    this.conditions = conditions;
    this.engine = engine;
    this.clock = clock;
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    worker.begin();
  }

  private boolean look() {
    settle();
    return false;
  }

  /// Records that lost runs have failed.
  void settle() {
    for (RunLedger.Running run : ledger.running()) {
      boolean isTooOld = run.startedAt().plus(LONGEST).isBefore(clock.instant());
      if (isTooOld || engine.hasEnded(run.engineRun())) {
        String reason =
            isTooOld
                ? "it took longer than 6 h"
                : "the engine has ended its run, or has lost it, and it was not closed";
        if (conditions.breakOff(run.id(), RunStatus.FAILED, reason)) {
          LOG.warn("run lost: run={} engine-run={}: {}", run.id(), run.engineRun(), reason);
        }
      }
    }
  }

  @PreDestroy
  void end() {
    worker.end();
  }
}
