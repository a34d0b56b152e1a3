package dev.entente.durable.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entente.durable.history.RunDetail;
import dev.entente.durable.history.RunFilter;
import dev.entente.durable.history.StepView;
import dev.entente.durable.log.KeptLine;
import dev.entente.inngest.function.InngestFunction;
import dev.entente.inngest.function.RetryAfterException;
import dev.entente.inngest.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/// What can be seen of a run while it goes on, and afterwards.
final class FollowingDatabaseTest {
  private static final System.Logger LOG = System.getLogger("dev.entente.test");

  private static void say(String message) {
    LOG.log(System.Logger.Level.INFO, message);
  }

  private static List<String> told(TestEngine engine, String run) {
    return engine.engine.runs().logs(run, 0, 100).stream()
        .map(FollowingDatabaseTest::told)
        .toList();
  }

  private static String told(KeptLine line) {
    return "%s %d %s"
        .formatted(
            line.stepHash().isEmpty() ? "function" : "step", line.attempt(), line.line().message());
  }

  @Test
  void linesAreKeptOnceWithTheirStepAndAttempt() throws Exception {
    var function =
        InngestFunction.withId("talking")
            .runs(
                (context, step) -> {
                  say("begins");
                  step.run("one", () -> say("in one"));
                  say("between");
                  step.run(
                      "two",
                      () -> {
                        say("in two");
                        if (context.attempt() == 0) {
                          throw new RetryAfterException("not yet", Duration.ofSeconds(1));
                        }
                      });
                  step.parallel(
                      () -> step.run("three", () -> say("in three")),
                      () -> step.run("four", () -> {}));
                  say("ends");
                  return null;
                });
    try (var engine = TestEngine.of(function)) {
      var run = engine.run("talking", Map.of());

      assertThat(told(engine, run.id()))
          .containsExactly(
              "function 0 begins",
              "step 0 in one",
              "function 0 between",
              "step 0 in two",
              "function 1 between",
              "step 1 in two",
              "step 0 in three",
              "function 0 ends");
    }
  }

  @Test
  void linesOfALongStepAreThereWhileItRuns() throws Exception {
    var goOn = new CountDownLatch(1);
    var function =
        InngestFunction.withId("long")
            .runs(
                (context, step) -> {
                  step.run(
                      "long",
                      () -> {
                        say("half of it");
                        goOn.await();
                      });
                  return null;
                });
    try (var engine = TestEngine.of(function)) {
      String run = engine.engine.functions().start("test-long", Json.of(Map.of()));

      while (told(engine, run).isEmpty()) {
        Thread.sleep(20);
      }

      assertThat(engine.find(run).status()).isEqualTo("RUNNING");
      goOn.countDown();
      engine.await(run);
      assertThat(told(engine, run)).containsExactly("step 0 half of it");
    }
  }

  @Test
  void followerSeesARunGoOnToItsEnd() throws Exception {
    var function =
        InngestFunction.withId("steps")
            .runs(
                (context, step) -> {
                  step.run("one", () -> {});
                  step.sleep("nap", Duration.ofMillis(300));
                  return step.run("two", Integer.class, () -> 2);
                });
    List<RunDetail> seen = Collections.synchronizedList(new ArrayList<>());
    try (var engine = TestEngine.of(function)) {
      String run = engine.engine.functions().start("test-steps", Json.of(Map.of()));

      try (var _ = engine.engine.runs().follow(run, Duration.ofMillis(20), seen::add)) {
        engine.await(run);
        while (!seen.getLast().run().status().hasEnded()) {
          Thread.sleep(10);
        }
      }

      assertThat(seen)
          .anySatisfy(
              detail ->
                  assertThat(detail.steps())
                      .extracting(StepView::id)
                      .containsExactly("one", "nap"));
      assertThat(seen.getLast().output()).contains(Json.of(2));
      assertThat(seen).doesNotHaveDuplicates();
    }
  }

  @Test
  void whatCannotBeShownIsRefused() {
    try (var engine = TestEngine.of()) {
      Runs runs = engine.engine.runs();

      assertThatThrownBy(() -> runs.follow("none", Duration.ofSeconds(1), _ -> {}))
          .isInstanceOf(RefusedException.class)
          .hasMessage("there is no run none");
      assertThatThrownBy(() -> runs.await("none", Duration.ofSeconds(1)))
          .isInstanceOf(RefusedException.class)
          .hasMessage("there is no run none");
      for (int most : new int[] {0, 1_001}) {
        assertThatThrownBy(() -> runs.logs("none", 0, most))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("a page has 1 to 1,000 rows, got: " + most);
        assertThatThrownBy(() -> runs.list(RunFilter.ALL, most))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("a page has 1 to 1,000 rows, got: " + most);
      }
    }
  }
}
