package dev.entente.durable.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.inngest.flow.Singleton;
import dev.entente.inngest.flow.Trigger;
import dev.entente.inngest.function.Event;
import dev.entente.inngest.function.EventWait;
import dev.entente.inngest.function.InngestFunction;
import dev.entente.inngest.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Texts that the database has no characters for, from their way in to their way out.
@Timeout(60)
final class TextsDatabaseTest {
  private static final String ODD = "a\0b";

  @Test
  void stepWhoseIdCannotBeKeptFailsTheRunAtOnce() throws Exception {
    var count = new AtomicInteger();
    var function =
        InngestFunction.withId("odd")
            .runs((context, step) -> step.run(ODD, Integer.class, count::incrementAndGet));
    try (var engine = TestEngine.of(function)) {
      assertThat(engine.run("odd", Map.of()).status()).isEqualTo("FAILED");
      assertThat(count).hasValue(0);
    }
  }

  @Test
  void eventWhoseIdCannotBeKeptFailsItsStepAsUsual() throws Exception {
    var count = new AtomicInteger();
    var function =
        InngestFunction.withId("odd")
            .retries(1)
            .runs(
                (context, step) -> {
                  count.incrementAndGet();
                  return step.sendEvent("send", Event.of("test/other").withId("x".repeat(8_000)));
                });
    try (var engine = TestEngine.of(function)) {
      assertThat(engine.run("odd", Map.of()).status()).isEqualTo("FAILED");
      assertThat(count).hasValue(2);
    }
  }

  @Test
  void dataWithNulGoThroughAllThatIsKept() throws Exception {
    var data = Map.of("text", ODD, ODD, List.of(ODD), "key", ODD);
    var function =
        InngestFunction.withId("data")
            .on(Trigger.event("test/data"))
            .singleton(Singleton.skipping().perKey("event.data.key"))
            .runs(
                (context, step) -> {
                  Json kept = step.run("step", Json.class, () -> context.event().data());
                  var wait = EventWait.of("test/more", Duration.ofMinutes(1));
                  Json more = step.waitForEvent("more", wait).orElseThrow().data();
                  return List.of(kept, more);
                });
    try (var engine = TestEngine.of(function)) {
      String run = engine.engine.functions().start("test-data", Json.of(data));
      while (engine.list("SELECT 1 FROM durable.step WHERE status = 'PENDING'", _ -> 1).isEmpty()) {
        Thread.sleep(5);
      }
      engine.engine.events().send(Event.of("test/more", data));

      assertThat(engine.await(run).output()).contains(Json.of(List.of(data, data)));
      assertThat(engine.engine.runs().find(run).orElseThrow().output())
          .contains(Json.of(List.of(data, data)));
    }
  }

  @Test
  void errorsAndReasonsWithNulAreKeptWithoutIt() throws Exception {
    var failing =
        InngestFunction.withId("failing")
            .retries(0)
            .runs(
                (context, step) ->
                    step.run(
                        "break",
                        Integer.class,
                        () -> {
                          throw new IllegalStateException(ODD);
                        }));
    var sleeping =
        InngestFunction.withId("sleeping")
            .runs(
                (context, step) -> {
                  step.sleep("long", Duration.ofHours(1));
                  return null;
                });
    try (var engine = TestEngine.of(failing, sleeping)) {
      engine.run("failing", Map.of());
      String run = engine.engine.functions().start("test-sleeping", Json.of(Map.of()));
      engine.engine.runs().cancel(run, "because " + ODD + " \uD83C");

      assertThat(engine.await(run).reason()).contains("because a\uFFFDb \uFFFD");
      assertThat(
              engine.list(
                  """
                  SELECT error ->> 'message' AS message FROM durable.attempt WHERE outcome = 'FAILED'
                  UNION ALL
                  SELECT error ->> 'message' FROM durable.run WHERE status = 'FAILED'
                  """,
                  row -> row.text("message")))
          .isNotEmpty()
          .containsOnly("a\uFFFDb");
    }
  }
}
