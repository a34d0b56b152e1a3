package dev.entente.durable.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.durable.history.StepStatus;
import dev.entente.durable.history.StepView;
import dev.entente.inngest.function.InngestFunction;
import dev.entente.inngest.function.RetryAfterException;
import dev.entente.inngest.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// What is shown of a step that goes on alone.
final class LoneStepDatabaseTest {
  private static final int LONG_SECONDS = 20;

  private final CountDownLatch again = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final AtomicInteger calls = new AtomicInteger();

  private static StepView step(TestEngine engine, String run, String id) {
    return engine.engine.runs().find(run).orElseThrow().steps().stream()
        .filter(step -> step.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static void awaitAttempt(TestEngine engine, String run) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONG_SECONDS);
    while (engine.engine.runs().find(run).orElseThrow().attempts().isEmpty()) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.sleep(5);
    }
  }

  private int second(int value) throws InterruptedException {
    again.countDown();
    goOn.await();
    return value;
  }

  private InngestFunction failingOnce() {
    return InngestFunction.withId("once")
        .runs(
            (context, step) ->
                step.run(
                    "only",
                    Integer.class,
                    () -> {
                      if (calls.getAndIncrement() == 0) {
                        throw new RetryAfterException("not yet", Duration.ofSeconds(2));
                      }
                      return second(7);
                    }));
  }

  @Test
  void retryTellsItsTimeThenThatItRuns() throws Exception {
    try (var engine = TestEngine.of(failingOnce())) {
      String run = engine.engine.functions().start("test-once", Json.of(Map.of()));

      awaitAttempt(engine, run);
      StepView waiting = step(engine, run, "only");
      assertThat(waiting.status()).isEqualTo(StepStatus.RETRYING);
      assertThat(waiting.attempt()).isEqualTo(1);
      assertThat(waiting.awaited().until()).isPresent();

      assertThat(again.await(LONG_SECONDS, TimeUnit.SECONDS)).isTrue();
      StepView running = step(engine, run, "only");
      assertThat(running.status()).isEqualTo(StepStatus.RUNNING);
      assertThat(running.awaited().until()).isEmpty();

      goOn.countDown();
      engine.await(run);
      assertThat(step(engine, run, "only").status()).isEqualTo(StepStatus.DONE);
    }
  }

  private record Input(int value) {}

  private InngestFunction editable() {
    return InngestFunction.withId("editable")
        .runs(
            (context, step) -> {
              int one = step.run("one", Integer.class, () -> 1);
              return step.run(
                  "two",
                  Integer.class,
                  new Input(one),
                  input -> calls.getAndIncrement() == 0 ? input.value() : second(input.value()));
            });
  }

  @Test
  void stepWithAnEditedInputIsRunningWhileItRuns() throws Exception {
    try (var engine = TestEngine.of(editable())) {
      var first = engine.run("editable", Map.of());
      Optional<Json> edited = Optional.of(Json.of(Map.of("value", 5)));

      String rerun = engine.engine.runs().rerunFrom(first.id(), "two", edited);

      assertThat(again.await(LONG_SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(List.of(step(engine, rerun, "one"), step(engine, rerun, "two")))
          .extracting(StepView::status)
          .containsExactly(StepStatus.DONE, StepStatus.RUNNING);
      goOn.countDown();
      assertThat(engine.await(rerun).output()).contains(Json.of(5));
    }
  }
}
