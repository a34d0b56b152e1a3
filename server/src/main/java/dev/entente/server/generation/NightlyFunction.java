package dev.entente.server.generation;

import dev.entente.inngest.flow.Singleton;
import dev.entente.inngest.flow.Trigger;
import dev.entente.inngest.function.InngestFunction;
import dev.entente.inngest.function.RetryAfterException;
import dev.entente.inngest.function.RunContext;
import dev.entente.inngest.function.Step;
import dev.entente.server.runs.GenerationRun;
import dev.entente.server.runs.RunLedger;
import dev.entente.server.web.ApiProblem;
import dev.entente.server.web.ProblemType;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The night as an Inngest function: starts a generation run, whose end the history shows.
@Configuration(proxyBeanMethods = false)
class NightlyFunction {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final RunLauncher launcher;
  private final RunLedger ledger;

  NightlyFunction(RunLauncher launcher, RunLedger ledger) {
    this.launcher = launcher;
    this.ledger = ledger;
  }

  /// A run that was started.
  ///
  /// @param run its id: its counts are in the history when it has ended
  record Started(UUID run) {}

  @Bean
  InngestFunction generateMatchingsDaily() {
    return InngestFunction.withId("generate-matchings-daily")
        .name("Générer les matchings quotidiennement")
        .on(Trigger.cron("0 0 * * *"))
        .on(Trigger.event("matching/generation.requested"))
        .singleton(Singleton.skipping())
        .runs(this::run);
  }

  private Started run(RunContext context, Step step) {
    return step.run("open-run", Started.class, () -> open("INNGEST " + context.runId()));
  }

  // The answer to an attempt that started it may have been lost.
  private Started open(String who) {
    return new Started(ledger.findStartedBy(who).orElseGet(() -> start(who)).id());
  }

  // A run that goes on began before this one was asked for: what changed since is for the next.
  private GenerationRun start(String who) {
    try {
      return launcher.start(who);
    } catch (ApiProblem e) {
      throw e.type() == ProblemType.RUN_IS_GOING
          ? new RetryAfterException("a generation run is going on already", PATIENCE, e)
          : e;
    }
  }
}
