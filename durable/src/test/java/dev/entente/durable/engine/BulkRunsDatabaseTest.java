package dev.entente.durable.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.durable.history.RunFilter;
import dev.entente.durable.history.RunSummary;
import dev.entente.durable.store.RunStatus;
import dev.entente.inngest.function.InngestFunction;
import dev.entente.inngest.function.NonRetriableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What is asked of many runs at once.
final class BulkRunsDatabaseTest {
  private static final RunFilter SLEEPERS = RunFilter.ALL.ofFunction("test-sleeper");

  private static InngestFunction sleeper(String id) {
    return InngestFunction.withId(id)
        .runs(
            (context, step) -> {
              step.sleep("long", Duration.ofHours(1));
              return null;
            });
  }

  private static List<String> start(TestEngine engine, String function, int number) {
    return IntStream.range(0, number)
        .mapToObj(n -> engine.engine.functions().start("test-" + function, Map.of("n", n)))
        .toList();
  }

  private static List<RunSummary> list(TestEngine engine, RunFilter filter) {
    return engine.engine.runs().list(filter, 1_000);
  }

  @Test
  void allThatGoOnAreCancelledAndNoOthers() {
    try (var engine = TestEngine.of(sleeper("sleeper"), sleeper("other"))) {
      start(engine, "sleeper", 230);
      start(engine, "other", 1);
      Runs runs = engine.engine.runs();

      assertThat(runs.cancelAll(SLEEPERS.in(RunStatus.COMPLETED, RunStatus.FAILED), "no")).isZero();
      assertThat(runs.cancelAll(SLEEPERS, "by the test")).isEqualTo(230);
      assertThat(runs.cancelAll(SLEEPERS, "again")).isZero();

      assertThat(list(engine, SLEEPERS))
          .hasSize(230)
          .allSatisfy(
              run -> {
                assertThat(run.status()).isEqualTo(RunStatus.CANCELLED);
                assertThat(run.reason()).contains("by the test");
              });
      assertThat(list(engine, RunFilter.ALL.ofFunction("test-other")).getFirst().status())
          .isIn(RunStatus.QUEUED, RunStatus.RUNNING);
    }
  }

  @Test
  void whatHasFailedInAWindowIsDoneOnceMore() throws Exception {
    var isBroken = new AtomicBoolean(true);
    var function =
        InngestFunction.withId("fragile")
            .runs(
                (context, step) -> {
                  if (isBroken.get()) {
                    throw new NonRetriableException("down");
                  }
                  return 1;
                });
    try (var engine = TestEngine.of(function, sleeper("sleeper"))) {
      List<String> failed = new ArrayList<>(start(engine, "fragile", 105));
      for (String run : failed) {
        assertThat(engine.await(run).status()).isEqualTo("FAILED");
      }
      isBroken.set(false);
      RunSummary second = engine.engine.runs().find(failed.get(1)).orElseThrow().run();

      Reruns reruns = engine.engine.runs().rerunAll(RunFilter.ALL.from(second.queuedAt()));

      assertThat(reruns).isEqualTo(new Reruns(104, 0, Optional.empty()));
      engine.settle();
      List<RunSummary> completed = list(engine, RunFilter.ALL.in(RunStatus.COMPLETED));
      assertThat(completed)
          .extracting(run -> run.origin().rerunOf().orElseThrow())
          .containsExactlyInAnyOrderElementsOf(failed.subList(1, failed.size()));
    }
  }

  @Test
  void whatIsRefusedIsCountedAndTheOthersGoOn() throws Exception {
    var function = InngestFunction.withId("done").runs((context, step) -> 1);
    try (var engine = TestEngine.of(function, sleeper("sleeper"))) {
      String run = engine.run("done", Map.of()).id();
      String first = start(engine, "sleeper", 2).getFirst();
      engine.settle();

      Reruns reruns =
          engine.engine.runs().rerunAll(RunFilter.ALL.in(RunStatus.COMPLETED, RunStatus.RUNNING));

      assertThat(reruns.started()).isEqualTo(1);
      assertThat(reruns.refused()).isEqualTo(2);
      assertThat(reruns.reason()).hasValueSatisfying(why -> assertThat(why).contains("cancel it"));
      assertThat(list(engine, RunFilter.ALL.rerunsOf(run))).hasSize(1);
      assertThat(list(engine, RunFilter.ALL.rerunsOf(first))).isEmpty();
    }
  }
}
