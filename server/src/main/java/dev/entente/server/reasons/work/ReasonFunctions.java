package dev.entente.server.reasons.work;

import dev.entente.inngest.flow.Concurrency;
import dev.entente.inngest.flow.Timeouts;
import dev.entente.inngest.flow.Trigger;
import dev.entente.inngest.function.Event;
import dev.entente.inngest.function.FunctionBuilder;
import dev.entente.inngest.function.InngestFunction;
import dev.entente.inngest.function.Step;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The durable function that has models write reasons. Nothing in it tells which engine runs it.
@Configuration(proxyBeanMethods = false)
public class ReasonFunctions {
  /// Starts the function; without data: its work is a table.
  static final String REQUESTED = "matching/reasons.requested";

  private static final int MOST_POSTINGS = 200;
  private static final int MOST_STEPS = 100;
  private static final Duration LONGEST = Duration.ofHours(6);

  private final ReasonWork work;

  ReasonFunctions(ReasonWork work) {
    this.work = work;
  }

  /// The function as an engine is told of it.
  public static FunctionBuilder definition() {
    return InngestFunction.withId("explain-matchings")
        .name("Rédiger les raisons des matchings")
        .on(Trigger.event(REQUESTED))
        .concurrency(Concurrency.ofSteps(1))
        .timeouts(Timeouts.ofFinish(LONGEST));
  }

  /// What a run did.
  ///
  /// @param postings whose reasons were written or given up
  /// @param written reasons by a model
  record Explained(int postings, int written) {}

  @Bean
  InngestFunction explainMatchings() {
    return definition().runs((_, step) -> explain(step));
  }

  private Explained explain(Step step) {
    int postings = 0;
    int written = 0;
    for (int i = 0; i < MOST_STEPS && postings < MOST_POSTINGS; i++) {
      int most = MOST_POSTINGS - postings;
      ReasonWork.Done done =
          step.run("explain-" + i, ReasonWork.Done.class, () -> work.explain(most));
      postings += done.postings();
      written += done.written();
      if (done.isOver()) {
        return new Explained(postings, written);
      }
      if (done.waitSeconds() > 0) {
        step.sleep("wait-" + i, Duration.ofSeconds(done.waitSeconds()));
      }
    }
    step.sendEvent("go-on", Event.of(REQUESTED));
    return new Explained(postings, written);
  }
}
