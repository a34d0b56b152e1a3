package dev.entente.durable.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.ulid.Ulid;
import dev.entente.inngest.function.Event;
import dev.entente.inngest.function.InngestFunction;
import dev.entente.inngest.function.Invocation;
import dev.entente.inngest.json.Json;
import dev.entente.testkit.SettableClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StepsDatabaseTest {
  private static final Instant PAST = Instant.parse("2020-02-20T12:00:00Z");

  @Test
  void stepsOneBehindTheOtherAreKeptInTheirOrder() throws Exception {
    var function =
        InngestFunction.withId("two")
            .runs(
                (context, step) -> {
                  int one = step.run("one", Integer.class, () -> 1);
                  int two = step.run("two", Integer.class, () -> one + 1);
                  return Map.of("sum", one + two);
                });
    try (var engine = TestEngine.of(function)) {
      var run = engine.run("two", Map.of());

      assertThat(run.status()).isEqualTo("COMPLETED");
      assertThat(run.output()).contains(Json.parse("{\"sum\":3}"));
      assertThat(
              engine.list(
                  "SELECT id, status, output FROM durable.step ORDER BY position",
                  row -> row.text("id") + " " + row.text("status") + " " + row.text("output")))
          .containsExactly("one DONE 1", "two DONE 2");
    }
  }

  @Test
  void parallelStepsGoOnWhenTheLastHasEnded() throws Exception {
    var function =
        InngestFunction.withId("parallel")
            .runs(
                (context, step) -> {
                  List<Integer> squares =
                      step.parallel(
                          List.of(1, 2, 3, 4, 5),
                          n -> step.run("square " + n, Integer.class, () -> n * n));
                  return squares.stream().mapToInt(Integer::intValue).sum();
                });
    try (var engine = TestEngine.of(function)) {
      var run = engine.run("parallel", Map.of());

      assertThat(run.output()).contains(Json.of(55));
      assertThat(engine.list("SELECT hash FROM durable.attempt", row -> row.text("hash")))
          .hasSize(6);
    }
  }

  @Test
  void runWhoseResultsOutgrowItsCallsFailsWithTheLimit() throws Exception {
    var function =
        InngestFunction.withId("large")
            .runs(
                (context, step) -> {
                  for (int i = 0; i < 20; i++) {
                    step.run("part " + i, String.class, () -> "x".repeat(3 << 20));
                  }
                  return null;
                });
    try (var engine = TestEngine.of(function)) {
      var run = engine.run("large", Map.of());

      assertThat(run.status()).isEqualTo("FAILED");
      assertThat(run.error().flatMap(error -> error.find("message")).flatMap(Json::text))
          .hasValueSatisfying(message -> assertThat(message).contains("32 MiB"));
      assertThat(engine.list("SELECT 1 FROM durable.step", _ -> true)).hasSize(11);
    }
  }

  @Test
  void eventsOfStepsHaveIdsOfTheEnginesTime() throws Exception {
    var function =
        InngestFunction.withId("sends")
            .runs((context, step) -> step.sendEvent("send", Event.of("test/other")));
    try (var engine = TestEngine.at(new SettableClock(PAST), function)) {
      engine.run("sends", Map.of());

      assertThat(
              engine.list(
                  "SELECT id FROM durable.event WHERE name = 'test/other'",
                  row -> Ulid.from(row.text("id")).getInstant()))
          .containsExactly(PAST);
    }
  }

  @Test
  void invocationThatIsDroppedNamesNoRun() throws Exception {
    var once =
        InngestFunction.withId("once").idempotency("event.data.id").runs((context, step) -> "done");
    var invoking =
        InngestFunction.withId("invoking")
            .retries(0)
            .runs(
                (context, step) ->
                    step.invoke("call", Json.class, Invocation.of("once").with(Map.of("id", "a"))));
    try (var engine = TestEngine.of(once, invoking)) {
      assertThat(engine.run("invoking", Map.of()).status()).isEqualTo("COMPLETED");
      assertThat(engine.run("invoking", Map.of()).status()).isEqualTo("FAILED");

      assertThat(
              engine.list(
                  "SELECT status, invoked_run FROM durable.step ORDER BY status",
                  row -> row.text("status") + " " + row.findText("invoked_run").isPresent()))
          .containsExactly("DONE true", "FAILED false");
    }
  }
}
